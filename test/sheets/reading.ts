import { readSheets } from '../../src/sheets/readSheets';
import { type SheetFault } from '../../src/sheets/sheet';

/** The rows of a file with one sheet. */
export const rowsOf = async (bytes: Buffer | string): Promise<string[][]> => {
  const read = await readSheets(Buffer.from(bytes));
  if ('fault' in read) throw new Error(read.fault);
  expect(read.sheets).toHaveLength(1);
  return read.sheets[0]!.rows;
};

export const faultOf = async (bytes: Buffer | string): Promise<SheetFault | undefined> => {
  const read = await readSheets(Buffer.from(bytes));
  return 'fault' in read ? read.fault : undefined;
};
