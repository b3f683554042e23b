/** A team in Teams that the bot has been added to. */
export interface Team {
  readonly id: string;
  /** Undefined where Teams has not told it. */
  readonly name?: string;
  /** The channel's host for this team. */
  readonly serviceUrl: string;
}

/** A member of a team: the names by which HR may list the person. */
export interface TeamMember {
  /** The directory object id; a guest from another directory may have none. */
  readonly id?: string;
  readonly email?: string;
}
