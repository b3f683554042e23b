import { type Flow } from './flow';
import { type FlowLookup } from './ports';
import { flowOfVersion, versionNamed, type OwnQuestionTexts, type QuestionSetVersion } from './questionSet';

/** How many flows are kept in memory. A version never changes, so none of them becomes out of date. */
const mostKept = 200;

/** Finds a version of a question set in the store. */
type FindVersion = (at: Pick<QuestionSetVersion, 'set' | 'version'>) => Promise<QuestionSetVersion | undefined>;

/**
 * Returns a lookup of flows by id: first the flows of the files, then HR's own question sets in the store.
 * `find` reads a version of a question set. `texts` are the sentences on every card of HR's own.
 * The lookup returns the flow at once where it is known, else a promise; undefined where no flow has this id.
 */
export function withOwnFlows(files: ReadonlyMap<string, Flow>, find: FindVersion, texts: OwnQuestionTexts): FlowLookup {
  const kept = new Map<string, Flow>();
  const read = async (id: string): Promise<Flow | undefined> => {
    const named = versionNamed(id);
    const version = named && (await find(named));
    if (!version) return undefined;
    const flow = flowOfVersion(version, texts);
    if (kept.size >= mostKept) kept.delete([...kept.keys()][0]!);
    kept.set(id, flow);
    return flow;
  };
  return { get: (id) => files.get(id) ?? kept.get(id) ?? read(id) };
}
