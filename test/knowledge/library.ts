import path from 'node:path';
import { type KnowledgeDocument } from '../../src/knowledge/document';
import { loadLibrary } from '../../src/knowledge/library';

export const knowledge = path.resolve(__dirname, '../../knowledge');

/** The product's own documents. */
export const theLibrary = () => loadLibrary(knowledge);

export const documentOf = (body: string, facts: Partial<KnowledgeDocument> = {}): KnowledgeDocument => ({
  id: 'prov',
  title: 'Ett prov',
  publisher: 'Region Prov',
  aliases: [],
  kind: 'Presentation',
  weight: 'Presentation',
  source: 'prov.txt',
  body,
  ...facts,
});
