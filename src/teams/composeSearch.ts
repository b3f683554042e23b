import { type ComposeAnswer } from '../bot/searchFromCompose';
import { type Hit } from '../cards/message';
import { safeError } from '../shared/errors';
import { adaptiveCard, type Activity } from './activity';
import { isObject, personOf } from './incoming';
import { type TurnDeps } from './turnDeps';

/** The command and its parameter, as the manifest names them. */
const [command, parameter] = ['search', 'query'];

/**
 * What a person has typed in the search of the compose box; '' when the box has just been opened. Undefined for another app's
 * command.
 */
export function typedQuery({ value }: Activity): string | undefined {
  if (!isObject(value) || value.commandId !== command || !Array.isArray(value.parameters)) return undefined;
  const given = value.parameters.find((each) => isObject(each) && each.name === parameter) as unknown;
  return isObject(given) && typeof given.value === 'string' ? given.value : '';
}

/**
 * Answers a search from the compose box (composeExtension/query). Nothing of it is stored. The log holds only its time and kind.
 */
export async function composeSearch(needs: TurnDeps, activity: Activity, typed: string): Promise<object> {
  // Teams asks again with every few letters, so a person's searches count as turns do.
  const begun = needs.underWay.begin(personOf(activity), { kind: 'press', verb: 'search', data: undefined });
  if (!begun.may) return told(needs.texts.tooMany);
  const started = performance.now();
  try {
    const answer = await needs.searchFromCompose(typed);
    needs.log.info({ turn: 'composeSearch', answer: answer.kind, ms: Math.round(performance.now() - started) });
    return answer.kind === 'sentence' ? told(answer.text) : listed(needs, answer);
  } catch (error) {
    needs.log.error({ error: safeError(error) }, 'a search failed');
    return told(needs.texts.compose.failed);
  } finally {
    begun.end();
  }
}

const told = (text: string) => ({ composeExtension: { type: 'message', text } });

const listed = (needs: TurnDeps, { hits }: Extract<ComposeAnswer, { kind: 'hits' }>) => ({
  composeExtension: {
    type: 'result',
    attachmentLayout: 'list',
    attachments: hits.map((hit) => attachmentOf(needs.renderHit(hit))),
  },
});

const attachmentOf = ({ card, preview }: Hit) => ({
  ...adaptiveCard(card),
  preview: { contentType: 'application/vnd.microsoft.card.thumbnail', content: preview },
});
