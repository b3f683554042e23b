import { type TextRun } from './pdfRow';

/** Puts a large first letter of a paragraph back at the beginning of the first line beside it. */
export function withoutDropCaps(runs: readonly TextRun[]): TextRun[] {
  const left = [...runs];
  for (const cap of runs.filter(({ text }) => /^["”“»]?\p{Lu}\s*$/u.test(text))) {
    const beside = left.filter((run) => isBeside(cap, run)).sort((a, b) => b.y - a.y);
    const [first] = beside;
    if (!first) continue;
    const second = beside.find((run) => run.y < first.y - first.size / 2);
    // The other lines begin where the letter ends. The first line begins further right, where its word continues.
    const isParted = first.text.startsWith(' ') || (second !== undefined && first.x > second.x + first.size * 0.18);
    for (const run of beside) {
      const text = run === first ? cap.text.trim() + (isParted ? ' ' : '') + run.text.trimStart() : run.text;
      left[left.indexOf(run)] = { ...run, x: run.x - (first.x - cap.x), text };
    }
    left.splice(left.indexOf(cap), 1);
  }
  return left;
}

/** Whether a line is beside the large letter, and is not the text that holds it. */
const isBeside = (cap: TextRun, run: TextRun): boolean =>
  run.text.trim() !== '' &&
  cap.size > 1.7 * run.size &&
  run.x > cap.right - run.size &&
  run.x < cap.right + 1.6 * run.size &&
  run.y > cap.y - 0.3 * run.size &&
  run.y < cap.y + cap.size;
