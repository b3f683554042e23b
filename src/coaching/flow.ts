/** A guide as data: what HR writes in one file of cards/flows/. */
export interface Flow {
  /** The file's name without `.yaml`. It is never reused. */
  readonly id: string;
  readonly title: string;
  /** What the guide is good for, in one sentence. */
  readonly purpose: string;
  /** How many minutes it takes, as text: "5–10". */
  readonly minutes: string;
  /** Who sees the responses, in one sentence. */
  readonly seenBy: string;
  /** Days after the last move until a session is pruned. */
  readonly retentionDays: number;
  /** Everyday words that lead to the guide: "lämna över ett uppdrag". */
  readonly starts: readonly string[];
  /**
   * How managers ask for what the guide does, in whole sentences: "Hur delegerar jag?". A manager who writes so is offered the
   * guide first.
   */
  readonly asked: readonly string[];
  /** Whole messages that start the guide at once, as its title does: "Mina 90 dagar". */
  readonly names: readonly string[];
  /** Sentences that are similar but ask for something else: "Min chef delegerar allt till mig". */
  readonly notAsked: readonly string[];
  /** The id of the guide that fits people who have answered this. */
  readonly guide?: string;
  readonly source?: Source;
  /** The principle of a question to reflect on; undefined for a guide. */
  readonly principle?: Principle;
  /** Title of the summary card. */
  readonly summary: string;
  /** How the summary is set out. */
  readonly form: SummaryForm;
  /** Ids of the guides that fit afterwards, at most two. */
  readonly next: readonly string[];
  /** The id of the guide that this flow invites to. HR sends it, and sees how many people have begun. */
  readonly invites?: string;
  /** The cards in order. The steps on one card are answered together. */
  readonly cards: readonly Card[];
  /** The ends of a rehearsal. The end that the last line leads to is shown above the summary. */
  readonly ends: readonly End[];
  /** A person who has chosen this option is offered a rehearsal. */
  readonly rehearse?: Condition;
  /** A text that changes when the file does. */
  readonly version: string;
}

/** How a guide's summary is set out, as its file says. */
export type SummaryForm =
  /** The responses below each other. */
  | { readonly form: 'list' }
  /** The entries of a list, each beside what was said about it, with the chosen one marked. */
  | { readonly form: 'alternatives' }
  /** A draft for two people. What is private is apart from it. */
  | { readonly form: 'agreement' }
  /** The scales between their poles, with earlier times. */
  | { readonly form: 'profile' }
  /** A row of responses for each heading: how it is, and how it should be. */
  | { readonly form: 'table'; readonly columns: readonly [string, string]; readonly rows: readonly TableRow[] };

export interface TableRow {
  readonly label: string;
  /** The ids of the steps whose responses are in the first and in the second column. */
  readonly cells: readonly [readonly string[], readonly string[]];
}
/** Whether a flow is a rehearsal. Only a rehearsal has scenes, and so it has ends. */
export const isRehearsal = ({ ends }: Pick<Flow, 'ends'>): boolean => ends.length > 0;

/** The steps of one card. */
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
  /** Whether the quote is open on its card from the start, because the card is about it. Otherwise it is folded away. */
  readonly open?: boolean;
}

/** Holds where an earlier choice is one of these options, or an earlier scene one of these lines. */
export interface Condition {
  readonly step: string;
  readonly is: readonly string[];
}

/** What a manager may say in a scene. */
export interface Line {
  readonly say: string;
  /** What may follow. No line is right or wrong. */
  readonly reply: string;
  readonly source?: Source;
  /** The id of the next scene or of an end. It comes further down in the file, so that every path ends. */
  readonly to: string;
}

/** An end of a rehearsal: what was practised, and where to go on. */
export interface End {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly source?: Source;
  /** The id of the guide that fits. */
  readonly guide?: string;
  /** The question of the topic that fits, as in knowledge/topics/. */
  readonly ask?: string;
}

/** The words of a step that a variant may replace. */
export interface StepText {
  /** The question, or the heading of a message. */
  readonly ask: string;
  /** The text below the question, or a message's own text. */
  readonly text?: string;
}

interface Common extends StepText {
  /** Never reused within its flow. */
  readonly id: string;
  /** The response's name in the summary: "Syfte". A message has none. */
  readonly label: string;
  readonly source?: Source;
  /** The response may be left empty. */
  readonly optional: boolean;
  /** Left out where the summary is shared. */
  readonly private: boolean;
  /** The step is shown only where an earlier choice was one of these options. */
  readonly when?: Condition;
  /** For a scene that lines lead to: shown only where one of them was chosen. The parser makes this from `to`. */
  readonly reachedBy?: readonly Condition[];
  /** Other words, by the option that an earlier choice got. */
  readonly variant?: { readonly step: string; readonly is: Readonly<Record<string, Partial<StepText>>> };
  /** Days to wait before this card. Only the first step of a card has it. The person may go on at once. */
  readonly afterDays?: number;
  /** The response is a commitment: the bot asks the person how it went. */
  readonly remind?: Remind;
}

/** When the bot asks how it went, and what the question quotes. */
export interface Remind {
  /** The step whose words are quoted: an earlier one, or one on the same card. Without it, the step's own words are quoted. */
  readonly of?: string;
  /** Days after the response. A date step uses its own date, and a step with `afterDays` already has a day. */
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
    /** The places from one pole to the other in five words, and "vet inte". */
    | {
        readonly kind: 'scale';
        readonly poles: readonly [string, string];
        /** The titles of the places next to the poles. Without them, these places are named after their pole. */
        readonly between?: readonly [string, string];
        /** Whether "vill inte svara" is a place too. */
        readonly declines?: boolean;
        /** How others do it, for a person who is nearest the first pole. */
        readonly others: readonly Source[];
        /** The id of the guide that fits in that case. */
        readonly guide?: string;
      }
    | {
        readonly kind: 'list';
        readonly least: number;
        readonly most: number;
        readonly max: number;
        readonly entry: string;
      }
    | { readonly kind: 'date' }
    | {
        readonly kind: 'checklist';
        readonly options: Options;
        /** The first and the last week of the list, counted from the beginning. A flow whose lists have weeks is a programme. */
        readonly weeks?: readonly [first: number, last: number];
        /** Option -> its source, and what helps with it. */
        readonly about?: Readonly<Record<string, ItemHelp>>;
      }
    /** The other person says something. The manager chooses a line, or writes another one of at most `max` characters. */
    | Scene
  );

/** What is shown below an item of a checklist. */
export interface ItemHelp {
  readonly source?: Source;
  /** The id of the guide that helps with it. */
  readonly guide?: string;
  /** The question of the topic that helps with it. */
  readonly question?: string;
}

/** The fields of a scene besides those of every step. */
export interface Scene {
  readonly kind: 'scene';
  readonly says: string;
  readonly lines: Readonly<Record<string, Line>>;
  readonly max: number;
}

export const kinds = ['message', 'text', 'choice', 'scale', 'list', 'date', 'checklist', 'scene'] as const;

/** The places on a scale, from the first pole to the second. `unknown` is "vet inte", `declined` is "vill inte svara". */
export const places = ['1', '2', '3', '4', '5', 'unknown', 'declined'] as const;

/** The principles of leading by trust, in the order in which regions name them. */
export const principles = [
  'tillit',
  'medborgarfokus',
  'helhetssyn',
  'handlingsutrymme',
  'stöd',
  'kunskap',
  'öppenhet',
] as const;
export type Principle = (typeof principles)[number];

/**
 * What a person gave to one step. For most steps it is a text, an option's id, a place or an ISO date. For a list (and with
 * `each`) it is slot -> text; for a checklist the options' ids. For a scene, `own` is the manager's own line, and `line` the id
 * of the line by which the scene goes on. It is null where the person left the step empty.
 */
export type Value = string | Readonly<Record<string, string>> | readonly string[] | null;
