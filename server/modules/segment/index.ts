import type { Module } from '../../platform/http/index.ts';
import { endpoints } from './endpoints.ts';
import { registerSegments } from './register-segments.ts';

export { type Audience, audienceOf, segmentById } from './audience-of.ts';
export { countAllSegments } from './count-all-segments.ts';
export { countRule, countRules } from './count-rule.ts';
export { countSegment } from './count-segment.ts';
export { createSegment } from './create-segment.ts';
export { requireRule, sourcesInScope } from './rule-in-scope.ts';
export { segmentSource } from './segment-source.ts';
export { sentenceOfRule } from './sentence-of-rule.ts';
export { segmentInScope, segmentsById, segmentsByPublicId } from './store/segment-by-public-id.ts';
export { segmentHealth } from './store/segment-health.ts';
export type { SegmentRow } from './store/segment-row.ts';
export { writeList } from './write-list.ts';

/** Whom we mean: rules over everything known about people, their counts, versions and exports. */
export const segment: Module = { name: 'segment', endpoints, register: registerSegments };
