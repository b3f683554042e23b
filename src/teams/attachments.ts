import { type Activity, type Attachment } from './activity';

/** An attachment's kind, without the parameters after it ("text/html; charset=utf-8"). */
const kindOf = ({ contentType }: Partial<Attachment>): string =>
  typeof contentType === 'string' ? contentType.split(';', 1)[0]!.trim().toLowerCase() : '';

const isHtml = (attachment: Attachment): boolean => kindOf(attachment) === 'text/html';

/** Whether an attachment is a message that this one quotes, and no file. */
export const isReference = (attachment: Attachment): boolean => kindOf(attachment) === 'messagereference';

/**
 * Whether a message has a file. Teams also attaches what was written as HTML, and a quoted message as a reference; neither is a
 * file.
 */
export const hasFile = ({ attachments }: Activity): boolean =>
  (attachments ?? []).some((attachment) => !isHtml(attachment) && !isReference(attachment));

/** What was written, as HTML; '' where Teams sent none. */
export const htmlOf = ({ attachments }: Activity): string =>
  (attachments ?? [])
    .filter(isHtml)
    .map(({ content }) => (typeof content === 'string' ? content : ''))
    .join('\n');
