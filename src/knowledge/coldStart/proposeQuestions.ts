import { z } from 'zod';
import { hrTexts } from '../../shared/catalogues';
import { type Passage } from '../documents/passages';
import { wordsOf } from '../text/swedish';

/** The region's own language model, behind OpenAI's protocol. */
export interface ModelEndpoint {
  /** The address before /chat/completions. */
  readonly url: string;
  readonly model: string;
  readonly key?: string;
}

/** Why a model proposes nothing. The model's own words are never shown. */
export class ModelFault extends Error {
  constructor(readonly fault: 'slow' | 'unreachable' | 'refused' | 'tooLarge' | 'unreadable') {
    super(`the model proposes nothing: ${fault}`);
  }
}

/** Milliseconds and bytes that an answer may take. */
export const modelLimits = { milliseconds: 30_000, bytes: 100_000 } as const;

const longestPassage = 4_000;
const mostQuestions = 8;
const question = { shortest: 8, longest: 110 };

const Completion = z.object({ choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1) });

/**
 * Up to eight questions that a language model proposes for a passage, without those that the passage has. An editor accepts or
 * drops them; a manager never sees them. Only the document's words are sent to the model.
 * @throws {ModelFault} where the model is slow, refuses, cannot be reached, or gives an answer that is too large or cannot be
 * read
 */
export async function proposeQuestions(
  { url, model, key }: ModelEndpoint,
  { document, heading, text, asked = [] }: Passage,
  limits: { readonly milliseconds: number; readonly bytes: number } = modelLimits,
): Promise<string[]> {
  const material = [document.title, ...heading, text].join('\n').slice(0, longestPassage);
  const body = {
    model,
    temperature: 0,
    max_tokens: 600,
    messages: [
      { role: 'system', content: hrTexts.model.instructions },
      { role: 'user', content: material },
    ],
  };
  const given = await posted(`${url.replace(/\/+$/, '')}/chat/completions`, key, JSON.stringify(body), limits);
  const completion = Completion.safeParse(given);
  if (!completion.success) throw new ModelFault('unreadable');
  return distinct(linesOf(completion.data.choices[0]!.message.content).filter(isQuestion), asked);
}

async function posted(
  address: string,
  key: string | undefined,
  body: string,
  { milliseconds, bytes }: { readonly milliseconds: number; readonly bytes: number },
): Promise<unknown> {
  const signal = AbortSignal.timeout(milliseconds);
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
      body,
      // A redirect would send the key to another host.
      redirect: 'error',
      signal,
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw new ModelFault('refused');
    }
    return JSON.parse(await readUpTo(response, bytes)) as unknown;
  } catch (error) {
    if (error instanceof ModelFault) throw error;
    if (signal.aborted) throw new ModelFault('slow');
    throw new ModelFault(error instanceof SyntaxError ? 'unreadable' : 'unreachable');
  }
}

async function readUpTo(response: Response, bytes: number): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop ends the connection.
  for await (const part of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > bytes) throw new ModelFault('tooLarge');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** Reads a list in JSON, also with other text around it. Without a list, each line is a question. */
function linesOf(content: string): string[] {
  const [from, to] = [content.indexOf('['), content.lastIndexOf(']')];
  if (from >= 0 && to > from)
    try {
      const list = z.array(z.unknown()).parse(JSON.parse(content.slice(from, to + 1)));
      return list.flatMap((one) => (typeof one === 'string' ? [one.trim()] : []));
    } catch {
      // It is no JSON, so the lines are read below.
    }
  return content.split('\n').map((line) => line.replace(/^\s*(?:[-*•]|\d+[.)])\s*/, '').trim());
}

/** Whether a line is one plain sentence that asks, without markup, addresses or phone numbers. */
const isQuestion = (line: string): boolean =>
  line.length >= question.shortest &&
  line.length <= question.longest &&
  /^\p{L}[\p{L}\p{N} ,:;.’'”"()%–-]*\?$/u.test(line) &&
  !/\d{5}|www\.|\.\p{L}/u.test(line);

function distinct(lines: readonly string[], known: readonly string[]): string[] {
  const keyOf = (line: string) =>
    wordsOf(line)
      .map(({ stem }) => stem)
      .join(' ');
  const met = new Set(known.map(keyOf));
  return lines
    .filter((line) => {
      const key = keyOf(line);
      if (met.has(key)) return false;
      met.add(key);
      return true;
    })
    .slice(0, mostQuestions);
}
