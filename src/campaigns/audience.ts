/** A person in a campaign's audience. */
export interface AudienceMember {
  /** The person's id; for a person whom the bot does not know, the e-mail or object id that HR has listed. */
  readonly person: string;
  readonly group: string;
  /** The person has a chat with the bot. */
  readonly reachable: boolean;
}

/** The people whom a campaign would leave out today, and why. */
export interface LeftOut {
  /** Away, by the absences that HR keeps. */
  readonly absent: ReadonlySet<string>;
  /** Has already got the card that a person may have in a week. */
  readonly capped: ReadonlySet<string>;
  /** Wants no campaigns. */
  readonly optedOut: ReadonlySet<string>;
}

/** What a sending would do today. Every member is in exactly one of these lists. */
export interface DryRun {
  readonly recipients: readonly AudienceMember[];
  readonly waiting: readonly AudienceMember[];
  readonly optedOut: readonly AudienceMember[];
  readonly absent: readonly AudienceMember[];
  readonly capped: readonly AudienceMember[];
}

/**
 * Sorts the people of an audience: who would get the campaign, who is not reached yet, and who would be left out. Each person is
 * in one list, however often HR has listed the person. HR may know who is absent or over the cap, so these come first. HR is
 * never told who has opted out (docs/adr/004-campaign-runs.md).
 */
export function dryRun(members: readonly AudienceMember[], { absent, capped, optedOut }: LeftOut): DryRun {
  const all = [...new Map(members.map((member) => [member.person, member])).values()];
  const placeOf = ({ person, reachable }: AudienceMember): keyof DryRun =>
    absent.has(person)
      ? 'absent'
      : capped.has(person)
        ? 'capped'
        : optedOut.has(person)
          ? 'optedOut'
          : reachable
            ? 'recipients'
            : 'waiting';
  const at = (place: keyof DryRun) => all.filter((member) => placeOf(member) === place);
  return {
    recipients: at('recipients'),
    waiting: at('waiting'),
    optedOut: at('optedOut'),
    absent: at('absent'),
    capped: at('capped'),
  };
}
