/** A guide as data: what HR writes in one file of cards/flows/. */
export interface Flow {
  /** The file's name without `.yaml`; never reused. */
  readonly id: string;
  readonly title: string;
  /** What it is good for, in one sentence. */
  readonly purpose: string;
  /** How long it takes, as it is said: "5–10". */
  readonly minutes: string;
  /** Who sees the responses, in one sentence. */
  readonly seenBy: string;
  /** Days after the last move until a session is pruned. */
  readonly retentionDays: number;
  /** Everyday words that point to it: "lämna över ett uppdrag". */
  readonly starts: readonly string[];
  /** How managers ask for what it does, in whole sentences: "Hur delegerar jag?". Who writes so is offered it first. */
  readonly asked: readonly string[];
  /** Sentences that are like those, and ask for something else: "Min chef delegerar allt till mig". */
  readonly notAsked: readonly string[];
  readonly source?: Source;
  /** Title of the summary card. */
  readonly summary: string;
  /** In order; what stands on one card is answered together. */
  readonly cards: readonly Card[];
  /** Changes whenever the file does. */
  readonly version: string;
}

/** Steps that stand on one card. */
export interface Card {
  /** The first step's id. */
  readonly id: string;
  /** At least one. */
  readonly steps: readonly Step[];
}

/** Words quoted verbatim from a document of the library. */
export interface Source {
  /** The document's id. */
  readonly document: string;
  readonly quote: string;
}

/** The words of a step: what a variant may put in their place. */
export interface StepText {
  /** The question, or the heading of a message. */
  readonly ask: string;
  /** What stands below it; a message's own text. */
  readonly text?: string;
}

interface Common extends StepText {
  /** Never reused within its flow. */
  readonly id: string;
  /** What the response is called in the summary: "Syfte". A message has none. */
  readonly label: string;
  readonly source?: Source;
  /** May be left empty. */
  readonly optional: boolean;
  /** Stays with the person when she shares the summary. */
  readonly private: boolean;
  /** Only when an earlier choice was one of these options. */
  readonly when?: { readonly step: string; readonly is: readonly string[] };
  /** Other words, by the option that an earlier choice got. */
  readonly variant?: { readonly step: string; readonly is: Readonly<Record<string, Partial<StepText>>> };
  /** Days to wait before this card, which must be the first step's; the person may go on at once. */
  readonly afterDays?: number;
  /** The response is a commitment: the person is asked how it went. */
  readonly remind?: Remind;
}

/** When a person is asked how it went, and what the question quotes. */
export interface Remind {
  /** The step whose words are quoted: an earlier one, or one on the same card; without it the step's own words. */
  readonly of?: string;
  /** Days after the response. A date is its own day, and a step with `afterDays` has its day already. */
  readonly afterDays?: number;
}

export type Options = Readonly<Record<string, string>>;

export type Step = Common &
  (
    | { readonly kind: 'message' }
    /** With `each`, one text for each entry of that list. */
    | { readonly kind: 'text'; readonly max: number; readonly each?: string }
    /** With `each`, the entries of that list are the options. */
    | { readonly kind: 'choice'; readonly options: Options; readonly each?: string }
    /** From one pole to the other, in five words and "vet inte". */
    | { readonly kind: 'scale'; readonly poles: readonly [string, string] }
    | {
        readonly kind: 'list';
        readonly least: number;
        readonly most: number;
        readonly max: number;
        readonly entry: string;
      }
    | { readonly kind: 'date' }
    | { readonly kind: 'checklist'; readonly options: Options }
  );

export const kinds = ['message', 'text', 'choice', 'scale', 'list', 'date', 'checklist'] as const;

/** The places on a scale, from the first pole to the second; `unknown` is "vet inte". */
export const places = ['1', '2', '3', '4', '5', 'unknown'] as const;

/**
 * What a person gave to one step: a text, an option's id, a place or an ISO date; of a list (and `each`) slot -> text;
 * of a checklist the options' ids; null where she left it empty.
 */
export type Value = string | Readonly<Record<string, string>> | readonly string[] | null;
