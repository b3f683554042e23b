import { type Flow } from './flow';
import { type FlowLookup } from './ports';
import { flowOfVersion, versionNamed, type OwnQuestionTexts, type QuestionSetVersion } from './questionSet';

/** Flows that are kept in memory. A version is never changed, so that none of them grows old. */
const mostKept = 200;

/** Finds a version of a question set in the store. */
type FindVersion = (at: Pick<QuestionSetVersion, 'set' | 'version'>) => Promise<QuestionSetVersion | undefined>;

/**
 * The flows of the files, and beside them HR's own question sets out of the store, whichever instance has kept them. `find` reads a
 * version, `texts` are the sentences that every card of HR's own has.
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
