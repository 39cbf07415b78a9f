import { Type } from 'typebox';
import { DocumentSummary, OwnedProductItem } from '../commerce/routes.ts';
import { pageOf, pageQuery } from '../kit/page.ts';
import { defineRoute } from '../kit/route.ts';
import { PersonLine, PersonView, TimelineEntry, TraitName } from './person.ts';

const params = Type.Object({ person: Type.String({ description: 'per_…' }) });

export const listPeople = defineRoute({
  id: 'profile.list_people',
  method: 'GET',
  path: '/api/people',
  summary:
    'People, latest seen first; or found by any identifier, full name, or the last four digits of a phone',
  access: 'people.read',
  scope: 'people',
  query: Type.Object({
    ...pageQuery,
    search: Type.Optional(Type.String({ maxLength: 256 })),
    kind: Type.Optional(
      Type.Unsafe<'known' | 'anonymous' | 'all'>(
        Type.String({ enum: ['known', 'anonymous', 'all'] }),
      ),
    ),
  }),
  response: pageOf(PersonLine),
  errors: [],
});

export const showPerson = defineRoute({
  id: 'profile.show_person',
  method: 'GET',
  path: '/api/people/:person',
  summary: 'The 360° view of one person',
  access: 'people.read',
  scope: 'people',
  params,
  response: PersonView,
  errors: ['profile.person_unknown'],
});

export const personTimeline = defineRoute({
  id: 'profile.person_timeline',
  method: 'GET',
  path: '/api/people/:person/timeline',
  summary: 'What the person did and what was done, newest first',
  access: 'people.read',
  scope: 'people',
  params,
  query: Type.Object({ ...pageQuery, event: Type.Optional(Type.String()) }),
  response: pageOf(TimelineEntry),
  errors: ['profile.person_unknown'],
});

export const personOrders = defineRoute({
  id: 'profile.person_orders',
  method: 'GET',
  path: '/api/people/:person/orders',
  summary: 'Orders, refunds and adjustments of the person, newest first',
  access: 'people.read',
  scope: 'people',
  params,
  query: Type.Object({ ...pageQuery }),
  response: pageOf(DocumentSummary),
  errors: ['profile.person_unknown'],
});

export const personProducts = defineRoute({
  id: 'profile.person_products',
  method: 'GET',
  path: '/api/people/:person/products',
  summary: 'Products that the person owns, with install date and warranty',
  access: 'people.read',
  scope: 'people',
  params,
  response: Type.Object({ items: Type.Array(OwnedProductItem) }),
  errors: ['profile.person_unknown'],
});

export const revealPerson = defineRoute({
  id: 'profile.reveal_person',
  method: 'POST',
  path: '/api/people/:person/reveal',
  summary: 'Identifiers and personal traits in the clear; logged with the reason',
  access: 'people.reveal',
  scope: 'people',
  params,
  body: Type.Object({ reason: Type.String({ minLength: 2, maxLength: 200 }) }),
  response: Type.Object({
    identifiers: Type.Array(Type.Object({ kind: Type.String(), value: Type.String() })),
    traits: Type.Record(Type.String(), Type.Unknown()),
  }),
  errors: ['profile.person_unknown'],
});

export const editTraits = defineRoute({
  id: 'profile.edit_traits',
  method: 'POST',
  path: '/api/people/:person/traits',
  summary: 'Corrects traits of a person; enters the log like every other statement',
  access: 'people.edit',
  scope: 'people',
  params,
  body: Type.Object({
    traits: Type.Record(
      Type.String({ minLength: 1, maxLength: 100 }),
      Type.Union([Type.String(), Type.Number(), Type.Boolean()]),
    ),
  }),
  response: Type.Object({ offset: Type.Integer() }),
  errors: ['profile.person_unknown'],
});

export const recordConsent = defineRoute({
  id: 'profile.record_consent',
  method: 'POST',
  path: '/api/people/:person/consents',
  summary: 'Records a choice that the person made with staff',
  access: 'people.edit',
  scope: 'people',
  params,
  body: Type.Object({
    purpose: Type.String({ minLength: 1, maxLength: 40 }),
    channel: Type.String({ minLength: 1, maxLength: 40 }),
    state: Type.Unsafe<'granted' | 'withdrawn'>(Type.String({ enum: ['granted', 'withdrawn'] })),
    brand: Type.Optional(
      Type.String({ description: 'Code of the brand; the whole group when absent' }),
    ),
    evidence: Type.String({ minLength: 2, maxLength: 400 }),
  }),
  response: Type.Object({ offset: Type.Integer() }),
  errors: ['profile.person_unknown'],
});

export const copyPerson = defineRoute({
  id: 'profile.copy_person',
  method: 'GET',
  path: '/api/people/:person/copy',
  summary: 'Everything that is stored about a person, for the copy that the law grants',
  access: 'people.erase',
  scope: 'people',
  params,
  response: Type.Object({
    person: Type.String(),
    parts: Type.Record(Type.String(), Type.Array(Type.Unknown())),
  }),
  errors: ['profile.person_unknown'],
});

export const erasePerson = defineRoute({
  id: 'profile.erase_person',
  method: 'POST',
  path: '/api/people/:person/erasure',
  summary: 'Erases a person everywhere and for good; what comes back from old files is refused',
  access: 'people.erase',
  scope: 'people',
  params,
  body: Type.Object({ reason: Type.String({ minLength: 2, maxLength: 400 }) }),
  response: Type.Object({ erasure: Type.String({ description: 'ers_…' }) }),
  errors: ['profile.person_unknown'],
});

export const showErasure = defineRoute({
  id: 'profile.show_erasure',
  method: 'GET',
  path: '/api/erasures/:erasure',
  summary: 'How far an erasure is, and its proof',
  access: 'people.erase',
  scope: 'none',
  params: Type.Object({ erasure: Type.String() }),
  response: Type.Object({
    erasure: Type.String(),
    requestedAt: Type.String(),
    doneAt: Type.Union([Type.String(), Type.Null()]),
    clickhouseAt: Type.Union([Type.String(), Type.Null()]),
    tables: Type.Array(Type.String()),
    identities: Type.Integer(),
  }),
  errors: ['platform.not_found'],
});

export const listTraitNames = defineRoute({
  id: 'profile.list_trait_names',
  method: 'GET',
  path: '/api/trait-names',
  summary: 'Every trait that ever came in, with its display names and type',
  access: 'session',
  scope: 'none',
  response: Type.Object({ traits: Type.Array(TraitName) }),
  errors: [],
});

export const nameTrait = defineRoute({
  id: 'profile.name_trait',
  method: 'PUT',
  path: '/api/trait-names/:name',
  summary: 'Gives a trait its display names',
  access: 'tags.edit',
  scope: 'none',
  params: Type.Object({ name: Type.String() }),
  body: Type.Object({
    nameZh: Type.String({ minLength: 1, maxLength: 80 }),
    nameEn: Type.String({ minLength: 1, maxLength: 80 }),
  }),
  response: TraitName,
  errors: ['platform.not_found'],
});
