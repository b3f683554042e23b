import type Sql from 'libsql';
import { type FeatureRow, trainTopicModel } from '../topics/topicModel';
import { type Topic } from '../topics/topic';
import { judgeOf, longWays, type TopicJudge } from './topicJudge';

/**
 * The topic judge in SQLite. A question reads the rows of its own features. Besides these only the long ways to ask are in memory,
 * some hundred bytes each, because to look one up in SQLite takes longer than to weigh two passages.
 */

const create = `
create table topic_features(feature integer primary key, rarity real not null, scale real not null, weights blob not null);
create table long_ways(words text primary key, topic text not null) without rowid;`;

/** Learns the topics from their ways to ask, and writes the result into a database without these tables. */
export function writeTopicJudge(db: Sql.Database, topics: readonly Topic[]): void {
  db.exec(create);
  const addFeature = db.prepare('insert into topic_features values (?, ?, ?, ?)');
  for (const [feature, { rarity, scale, weights }] of trainTopicModel(topics))
    addFeature.run(feature, rarity, scale, Buffer.from(weights.buffer, weights.byteOffset, weights.byteLength));
  const addWay = db.prepare('insert into long_ways values (?, ?)');
  for (const [words, topic] of longWays(topics)) addWay.run(words, topic);
}

/** Reads a judge that `writeTopicJudge` has written. `topics` are the ids in the order that they were written in. */
export function topicJudgeIn(db: Sql.Database, topics: readonly string[]): TopicJudge {
  // One call for all features takes a quarter of the time of one for each.
  const select = db
    .prepare(
      'select feature, rarity, scale, weights from topic_features where feature in (select value from json_each(?))',
    )
    .raw();
  const ways = new Map(db.prepare('select words, topic from long_ways').raw().all() as [string, string][]);
  const kept = new Map<number, FeatureRow | undefined>();
  const [[rows]] = db.prepare('select count(*) from topic_features').raw().all() as [[number]];
  /**
   * The weights of all rows that have been read, one byte for each topic: thousands of small buffers take several times as much
   * memory. What has not been written yet takes none.
   */
  const weightsOf = new Int8Array(rows * topics.length);
  let used = 0;
  const keep = (bytes: Buffer): Int8Array => {
    const place = weightsOf.subarray(used, (used += topics.length));
    place.set(new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length));
    return place;
  };
  return judgeOf(
    topics,
    (features) => {
      const missing = features.filter((feature) => !kept.has(feature));
      if (missing.length > 0) {
        for (const feature of missing) kept.set(feature, undefined);
        for (const [feature, rarity, scale, weights] of select.all(JSON.stringify(missing)) as Row[])
          kept.set(feature, { rarity, scale, weights: keep(weights) });
      }
      return kept;
    },
    (words) => ways.get(words),
  );
}

type Row = [feature: number, rarity: number, scale: number, weights: Buffer];
