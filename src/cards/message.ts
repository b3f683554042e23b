/** A source as Teams shows it behind a `[n]` in the message text. */
export interface Citation {
  readonly position: number;
  /** At most 80 characters. */
  readonly name: string;
  /** At most 160 characters. */
  readonly abstract: string;
  /** Where the source can be read. */
  readonly url?: string;
}

/** A reply that is ready to be sent. It is the same for every channel. */
export interface Message {
  /** Markdown, with the `[n]` of its citations. Empty when the card says everything. */
  readonly text: string;
  /** The text that a locked phone shows. It never holds a person's words. */
  readonly summary: string;
  /** Adaptive Card 1.5. */
  readonly card?: Readonly<Record<string, unknown>>;
  readonly citations: readonly Citation[];
  /** Whether the person is asked if it helped. */
  readonly feedback: boolean;
}

/** Something to put into a person's message: the card, and its preview in the list. */
export interface Hit {
  readonly preview: { readonly title: string; readonly text: string };
  readonly card: Readonly<Record<string, unknown>>;
}
