/** A team in Teams that the bot has been added to. */
export interface Team {
  readonly id: string;
  /** Missing where Teams has not told it. */
  readonly name?: string;
  /** The channel's host that it is reached at. */
  readonly serviceUrl: string;
}

/** One of a team: what HR may list the person as. */
export interface TeamMember {
  /** The directory object id; a guest from another directory may have none. */
  readonly id?: string;
  readonly email?: string;
}
