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
  /** Whole messages that begin it at once, as its title does: "Mina 90 dagar". */
  readonly names: readonly string[];
  /** Sentences that are like those, and ask for something else: "Min chef delegerar allt till mig". */
  readonly notAsked: readonly string[];
  /** The id of the guide that fits those who have answered this. */
  readonly guide?: string;
  readonly source?: Source;
  /** The principle that a question to reflect on belongs to; a guide has none. */
  readonly principle?: Principle;
  /** Title of the summary card. */
  readonly summary: string;
  /** How the summary is set out. */
  readonly form: SummaryForm;
  /** Ids of the guides that fit afterwards; at most two. */
  readonly next: readonly string[];
  /** The id of the guide that this flow invites to; HR sends it, and sees how many have begun. */
  readonly invites?: string;
  /** In order; what stands on one card is answered together. */
  readonly cards: readonly Card[];
  /** Of a rehearsal: how it can end. The end that the last line leads to stands above the summary. */
  readonly ends: readonly End[];
  /** Who chose so is offered to rehearse. */
  readonly rehearse?: Condition;
  /** Changes whenever the file does. */
  readonly version: string;
}

/** How a guide's summary is set out, as its file says. */
export type SummaryForm =
  /** The responses, one under the other. */
  | { readonly form: 'list' }
  /** The entries of a list beside what was said of each, the chosen one marked. */
  | { readonly form: 'alternatives' }
  /** A draft for two: what is private stands apart from it. */
  | { readonly form: 'agreement' }
  /** The scales between their poles, with earlier times beside. */
  | { readonly form: 'profile' }
  /** A row of responses for each heading: how it is, and how it shall be. */
  | { readonly form: 'table'; readonly columns: readonly [string, string]; readonly rows: readonly TableRow[] };

export interface TableRow {
  readonly label: string;
  /** The ids of the steps whose responses stand in the first and in the second column. */
  readonly cells: readonly [readonly string[], readonly string[]];
}
/** Whether a flow is a rehearsal. Only a rehearsal has scenes, and so it has ends. */
export const isRehearsal = ({ ends }: Pick<Flow, 'ends'>): boolean => ends.length > 0;

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
  /** Open on its card from the start, where it carries the thought; else it is folded away. */
  readonly open?: boolean;
}

/** One of these options of an earlier choice, or one of these lines of an earlier scene. */
export interface Condition {
  readonly step: string;
  readonly is: readonly string[];
}

/** What a manager may say in a scene. */
export interface Line {
  readonly say: string;
  /** What might follow. No line is right or wrong. */
  readonly reply: string;
  readonly source?: Source;
  /** The scene that comes next, or the end. It stands further down in the file, so that every path ends. */
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
  /** The question of the topic that fits, as knowledge/topics/ has it. */
  readonly ask?: string;
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
  /** Stays with the person when the summary is shared. */
  readonly private: boolean;
  /** Only when an earlier choice was one of these options. */
  readonly when?: Condition;
  /** Of a scene that lines lead to: only when one of them was chosen. Made by the parser out of `to`. */
  readonly reachedBy?: readonly Condition[];
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
    | {
        readonly kind: 'scale';
        readonly poles: readonly [string, string];
        /** What the places next to the poles are called; without it they are called after their pole. */
        readonly between?: readonly [string, string];
        /** Also "vill inte svara". */
        readonly declines?: boolean;
        /** How others do it, for who stands nearest the first pole. */
        readonly others: readonly Source[];
        /** The id of the guide that fits then. */
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
        /** The first and the last week that the list belongs to, counted from the beginning; lists with weeks are a programme. */
        readonly weeks?: readonly [first: number, last: number];
        /** Option -> where it comes from, and what helps with it. */
        readonly about?: Readonly<Record<string, ItemHelp>>;
      }
    /** The other says something, and the manager chooses a line or writes another, of at most `max` characters. */
    | Scene
  );

/** What stands below an item of a checklist. */
export interface ItemHelp {
  readonly source?: Source;
  /** The id of the guide that belongs to it. */
  readonly guide?: string;
  /** The question of the topic that belongs to it. */
  readonly question?: string;
}

/** The part of a rehearsal that a scene has besides what every step has. */
export interface Scene {
  readonly kind: 'scene';
  readonly says: string;
  readonly lines: Readonly<Record<string, Line>>;
  readonly max: number;
}

export const kinds = ['message', 'text', 'choice', 'scale', 'list', 'date', 'checklist', 'scene'] as const;

/** The places on a scale, from the first pole to the second; `unknown` is "vet inte", `declined` "vill inte svara". */
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
 * What a person gave to one step: a text, an option's id, a place or an ISO date; of a list (and `each`) slot -> text;
 * of a checklist the options' ids; of a scene `own` -> the manager's own line and `line` -> the id of the line that it goes on
 * by; null where the person left it empty.
 */
export type Value = string | Readonly<Record<string, string>> | readonly string[] | null;
