import { diffArrays } from 'diff';
import { parse } from 'yaml';
import { z } from 'zod';
import { Explained } from '../../shared/errors';
import { editorTexts } from '../../shared/catalogues';
import { fill } from '../../shared/fill';

/** Words that only one of the texts has, or that differ; '' where a text has nothing. */
export interface Difference {
  readonly source: string;
  readonly document: string;
  /** The line of the Markdown, counted from 1. For missing words it is the line of the word before them. */
  readonly line: number;
}

const explanation = z.strictObject({ source: z.string(), document: z.string(), why: z.string().min(1) });
const explanations = z.record(z.array(explanation));

/** A difference that a person has judged to be right, and why. */
export type Explanation = Readonly<z.infer<typeof explanation>>;

interface Word {
  readonly text: string;
  readonly line: number;
}

/**
 * The words of a text without Markdown and HTML syntax, with letters and punctuation unchanged. A character after a backslash is
 * no syntax. A link counts as its text and its target, because a changed target is a changed document. The target "#" is left
 * out: a conversion leaves it for a link that leads nowhere.
 */
export function words(text: string): Word[] {
  return text
    .normalize('NFC')
    .split('\n')
    .flatMap((line, index) =>
      withoutSyntax(line)
        .split(/\s+/)
        .filter((word) => word !== '')
        .map((word) => ({ text: word, line: index + 1 })),
    );
}

function withoutSyntax(line: string): string {
  return line
    .replace(/(?<!\\)<!--.*?-->/g, ' ')
    .replace(/(?<!\\)<\/?(b|i|em|strong)>/gi, '')
    .replace(/(?<!\\)<\/?[a-z][^>]*>/gi, ' ')
    .replace(/^[\s|:]*-{3,}[\s|:-]*$/, '')
    .replace(/^\s*(#{1,6}|[-+*•]|>)\s+/, '')
    .replace(/^\s*\|.*$/, (row) => row.replace(/(?<!\\)\|/g, ' '))
    .replace(/(?<!\\)\[([^\]]*)\]\(([^)\s]*)\)/g, (_, text: string, target: string) =>
      target === '#' ? text : `${text} ${target}`,
    )
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replaceAll('•', ' ')
    .replaceAll('*', '');
}

/** Every difference between a source and the Markdown made of it, word by word, in the document's order. */
export function differences(sourceText: string, markdown: string): Difference[] {
  const inSource = words(sourceText).map((word) => word.text);
  const inDocument = words(markdown);
  const runs = diffArrays(
    inSource,
    inDocument.map((word) => word.text),
  );
  let passed = 0;
  return runs.flatMap((run, index) => {
    const here = passed;
    if (!run.removed) passed += run.value.length;
    if (!run.removed && !run.added) return [];
    // A replacement comes as two runs, the removed words first. It is one difference with both.
    if (run.added && runs[index - 1]?.removed) return [];
    const next = runs[index + 1];
    const [source, document] = run.added ? [[], run.value] : [run.value, next?.added ? next.value : []];
    const word = inDocument[document.length ? here : Math.max(here - 1, 0)];
    return [{ source: source.join(' '), document: document.join(' '), line: word?.line ?? 1 }];
  });
}

function readYaml(file: string, text: string): unknown {
  try {
    return parse(text, { schema: 'failsafe', logLevel: 'error' });
  } catch (error) {
    throw new Explained(fill(editorTexts.files.yamlSomewhere, { file }), { cause: error });
  }
}

/** The explanations by document id out of differences.yaml. @throws {Error} that says how an entry is written */
export function parseExplanations(file: string, text: string): Map<string, Explanation[]> {
  const read = explanations.safeParse(readYaml(file, text) ?? {});
  if (read.success) return new Map(Object.entries(read.data));
  const where = read.error.issues.map((issue) => issue.path.join('.') || editorTexts.files.whole).join(', ');
  throw new Explained(fill(editorTexts.wordLists.differences, { file, where }));
}

/** A difference with the reason why it is right, where a person has given one. */
export type JudgedDifferences = Difference & { readonly why?: string };

/** Pairs each difference with at most one explanation; explanations left over are obsolete. */
export function judgeDifferences(
  found: readonly Difference[],
  explanations: readonly Explanation[],
): { differences: JudgedDifferences[]; obsolete: Explanation[] } {
  const obsolete = [...explanations];
  const differences = found.map((difference) => {
    const at = obsolete.findIndex(
      ({ source, document }) => source === difference.source && document === difference.document,
    );
    const [known] = at < 0 ? [] : obsolete.splice(at, 1);
    return known ? { ...difference, why: known.why } : difference;
  });
  return { differences, obsolete };
}
