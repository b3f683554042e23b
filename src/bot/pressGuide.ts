import { z } from 'zod';
import { makeMove, openSession, beginSession, hasEndedAnother, sessionUnderWay } from '../coaching/coach';
import { type Flow } from '../coaching/flow';
import { placeIn } from '../coaching/stepText';
import { listSessions } from './listSessions';
import { type Reply } from './reply';
import { fill, type Texts } from '../shared/texts';
import { forgetResponse, recordResponse, type ResponseDeps } from './recordResponse';
import { type Guidance, type Moved, type Press } from '../coaching/guidance';

/** Who wrote or pressed, and where. */
export interface Sender {
  readonly person: string;
  /** The chat in which the person wrote or pressed. */
  readonly chat: string;
  /** Whether it is the person's own chat with the bot. Guides run only there. */
  readonly personal: boolean;
  /** Names the activity. An activity that arrives twice has the same key. */
  readonly key: string;
}

/** What guides need from the rest of the service. */
export interface GuideDeps extends ResponseDeps {
  readonly texts: Texts;
  /** Returns the guide that a text names. `exact` says that the text is the name of the guide. */
  readonly flowFor: (text: string) => { readonly flow: Flow; readonly exact: boolean } | undefined;
  readonly isConcern: (text: string) => Promise<boolean>;
}

/** What a press says about which card, flow or session it belongs to. */
const Id = z.string().max(100);
const OfFlow = z.object({ flow: Id });
const OfSession = z.object({ session: Id });
const OfCard = z.object({ session: Id, card: Id, revision: z.number().int().nonnegative() });
const Answer = OfCard.extend({ text: z.string(), input: Id.optional() });
/** The page of a programme, with help for other weeks. */
const Weeks = OfCard.extend({ weeks: z.number().int().min(0).max(52) });
const Page = z.object({ skip: z.number().int().min(0).max(10_000) });
/** The values of a card's fields. A press with more fields than any card of ours has is refused. */
const Inputs = z.record(z.unknown()).transform((all) => {
  const { session, card, revision, verb, msteams, ...inputs } = all;
  return Object.fromEntries(
    Object.entries(inputs).flatMap(([id, text]) => (typeof text === 'string' ? [[id, text]] : [])),
  );
});

/** Buttons whose card the reply replaces. A second press has no second effect. */
const guideVerbs = [
  'start',
  'startAnew',
  'next',
  'back',
  'pause',
  'resume',
  'stop',
  'answer',
  'open',
  'erase',
  'eraseForGood',
  'guides',
  'reflections',
  'rehearsals',
  'sessions',
  'weeks',
  'lookBack',
] as const;
type GuideVerb = (typeof guideVerbs)[number];

/** Whether a press belongs to a guide, a reflection or a rehearsal. `verb` comes from the wire and may be any text. */
export const isGuideVerb = (verb: string): verb is GuideVerb => (guideVerbs as readonly string[]).includes(verb);

/**
 * Handles a button on a guide's card, and returns the replies. `data` comes from the wire and is checked; where it is not ours,
 * the reply says so.
 */
export async function pressGuide(
  guiding: GuideDeps,
  speaker: Sender,
  verb: GuideVerb,
  data: unknown,
): Promise<Reply[]> {
  const { texts, coaching } = guiding;
  const { person, key } = speaker;
  const unclear: Reply[] = [{ kind: 'notice', text: texts.notUnderstood }];
  if (!speaker.personal) return [{ kind: 'sentence', text: texts.coaching.personalOnly }];
  switch (verb) {
    case 'guides':
      return [{ kind: 'guides', skip: Page.safeParse(data).data?.skip ?? 0 }];
    case 'reflections':
      return [{ kind: 'reflections', skip: Page.safeParse(data).data?.skip ?? 0 }];
    case 'rehearsals':
      return [{ kind: 'rehearsals' }];
    case 'sessions': {
      const page = Page.safeParse(data);
      return [await listSessions(guiding, person, page.data?.skip)];
    }
    case 'start':
    case 'startAnew': {
      const flow = await coaching.flows.get(OfFlow.safeParse(data).data?.flow ?? '');
      if (!flow) return [{ kind: 'notice', text: texts.coaching.unknownGuide }];
      return [guidance(await beginSession(coaching, person, flow, verb === 'startAnew'))];
    }
    case 'open': {
      const about = OfSession.safeParse(data);
      return about.success ? [guidance(await openSession(coaching, person, about.data.session))] : unclear;
    }
    case 'erase':
    case 'eraseForGood': {
      const about = OfSession.safeParse(data);
      const session = about.success ? await coaching.store.find(person, about.data.session) : undefined;
      if (!session) return [guidance({ kind: 'lost' })];
      if (verb === 'erase') return [{ kind: 'erasing', session }];
      await forgetResponse(guiding, person, session);
      await coaching.store.erase(person, session.id);
      return [{ kind: 'notice', text: texts.coaching.erased }];
    }
    case 'answer': {
      const said = Answer.safeParse(data);
      if (!said.success) return unclear;
      const { session, card, text, input = card } = said.data;
      return respond(guiding, person, { session, card, kind: 'next', inputs: { [input]: text }, key });
    }
    case 'lookBack': {
      const about = OfCard.safeParse(data);
      if (!about.success) return unclear;
      const { session, card } = about.data;
      // What has been ticked is saved first. Otherwise it would be a draft, which leads back to the page.
      await makeMove(coaching, person, {
        session,
        card,
        kind: 'next',
        inputs: Inputs.parse(data),
        key: `${key} ticks`,
      });
      return respond(guiding, person, { session, card: '', kind: 'resume', inputs: {}, key });
    }
    case 'weeks': {
      const about = Weeks.safeParse(data);
      if (!about.success) return unclear;
      const { session, card, weeks } = about.data;
      // What has been ticked is saved as well, because the page is drawn again.
      const replies = await respond(guiding, person, { session, card, kind: 'next', inputs: Inputs.parse(data), key });
      return replies.map((reply) =>
        reply.kind === 'guidance' && reply.guidance.kind === 'programme'
          ? { ...reply, guidance: { ...reply.guidance, weeks } }
          : reply,
      );
    }
    case 'next':
    case 'back':
    case 'pause':
    case 'resume':
    case 'stop': {
      const about = OfCard.safeParse(data);
      if (!about.success) return unclear;
      const { session, card } = about.data;
      return respond(guiding, person, { session, card, kind: verb, inputs: Inputs.parse(data), key });
    }
  }
}

/** Makes a move in a guide. Where HR has sent the guide, the person's answer is recorded first. */
const move = (guiding: GuideDeps, person: string, press: Press): Promise<Moved> =>
  makeMove(guiding.coaching, person, press, (becomes) => recordResponse(guiding, person, becomes));

/** Makes a move and returns its replies. Where the person wrote about something that needs people, a card says so too. */
export async function respond(guiding: GuideDeps, person: string, press: Press, notice?: string): Promise<Reply[]> {
  const { made, guidance: shown } = await move(guiding, person, press);
  const invites = shown.kind === 'summary' ? shown.flow.invites : undefined;
  const invited = invites === undefined ? undefined : await guiding.coaching.flows.get(invites);
  if (invited) {
    // The guide gets a message of its own, because HR's thanks replace the invitation when it ends.
    const begun = await beginSession(guiding.coaching, person, invited);
    const text = fill(guiding.texts.invitation.accepted, { title: invited.title });
    return [{ kind: 'notice', text }, guidance(begun)];
  }
  const worrying = made && (await isAnyConcern(guiding, Object.values(press.inputs)));
  return [guidance(shown, made ? notice : undefined), ...(worrying ? [{ kind: 'concern' as const }] : [])];
}

async function isAnyConcern({ isConcern }: GuideDeps, texts: readonly string[]): Promise<boolean> {
  for (const text of texts) if (await isConcern(text)) return true;
  return false;
}

/** Continues the session that the person used last ("fortsätt"), on any device. */
export async function resumeGuide(guiding: GuideDeps, { person, key }: Sender): Promise<Reply[]> {
  const { texts, coaching } = guiding;
  const session = await coaching.store.latestOpen(person);
  if (!session) return [{ kind: 'sentence', text: texts.coaching.nothingToResume }];
  const { guidance: shown } = await move(guiding, person, {
    session: session.id,
    card: '',
    kind: 'resume',
    inputs: {},
    key,
  });
  if (shown.kind !== 'step') return [guidance(shown)];
  const changed = shown.flow.version === session.version ? [] : [texts.coaching.flowChanged];
  return [guidance(shown, [fill(texts.coaching.welcomeBack, placeIn(texts.coaching, shown)), ...changed].join(' '))];
}

/**
 * Pauses or ends the open session ("pausa", "avbryt"); undefined where no session is open. A word ends only what the person is in
 * the middle of. A guide that waits already waits on, and the reply says so. Where another one has just ended, the reply asks.
 */
export async function leaveGuide(
  guiding: GuideDeps,
  { person, key }: Sender,
  kind: 'pause' | 'stop',
): Promise<Reply[] | undefined> {
  const { coaching } = guiding;
  const current = kind === 'pause' ? undefined : await sessionUnderWay(coaching, person);
  if (current && (await hasEndedAnother(coaching, person, current.session)))
    return [{ kind: 'offer', current, another: true }];
  const session = kind === 'pause' ? await coaching.store.latestOpen(person) : current?.session;
  return session && respond(guiding, person, { session: session.id, card: '', kind, inputs: {}, key });
}

/** Starts a guide for a person, and returns its first card; a card that says so where the person is in the middle of it. */
export async function startGuide({ coaching }: GuideDeps, { person }: Sender, flow: Flow): Promise<Reply[]> {
  return [guidance(await beginSession(coaching, person, flow))];
}

const guidance = (shown: Guidance, notice?: string): Reply => ({ kind: 'guidance', guidance: shown, notice });
