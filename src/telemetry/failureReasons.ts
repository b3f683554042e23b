/**
 * The log's sentence -> why something failed, as the metrics call it. A sentence that is not listed counts as `other`, so a log
 * line never becomes a label by itself. A test compares the list with the sentences in src/.
 */
export const failureReasons: Readonly<Record<string, string>> = {
  'a turn failed': 'turn',
  'an answer was not recorded': 'store',
  'a request failed': 'request',
  'a request of HR failed': 'hr_request',
  'a document could not be shown': 'document_page',
  'a file could not be made': 'download',
  'a search failed': 'compose_search',
  'sending failed': 'sending',
  'the documents have changed and cannot be read': 'documents',
  'the documents cannot be read: questions fail until they can be': 'documents',
  'the thread that answers has ended, and another takes its place': 'search_thread',
  'pruning: failed': 'pruning',
  'unanswered words: failed': 'store',
  'what was under way did not end in time': 'stopping',
};

/** The name of a failure in the metrics, by the log's message. */
export const reasonOf = (message: string): string => failureReasons[message] ?? 'other';

/** All possible labels. */
export const reasons: readonly string[] = [...new Set([...Object.values(failureReasons), 'other'])];
