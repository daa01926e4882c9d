import fc from 'fast-check'

/** Who takes part: two of the staff, three of the office, three of the leading group, one of them appraised himself. */
export const cast = {
  何青: { staffNumber: '001', roles: ['staff'] },
  单晓云: { staffNumber: '002', roles: ['staff'] },
  登记人: { staffNumber: null, roles: ['office'] },
  确认人: { staffNumber: null, roles: ['office'] },
  经办人: { staffNumber: null, roles: ['office'] },
  组长: { staffNumber: null, roles: ['leadingGroup'] },
  副组长: { staffNumber: null, roles: ['leadingGroup'] },
  // In the office and in the leading group, and on the roster: the one who could do most to his own case.
  多面人: { staffNumber: '003', roles: ['leadingGroup', 'office', 'staff'] },
} as const
export type Actor = keyof typeof cast
/** Whoever it is about: found when the deed is done, so that long roads are walked. */
export const oneself = '本人'
export const actors = ['何青', '单晓云', '登记人', '确认人', '经办人', '组长', '副组长', '多面人'] as const
export const people = ['001', '002', '003'] as const

type Who = Actor | typeof oneself

export type Outcome = 'upheld' | 'partly' | 'rejected'

/** One thing somebody tries; `at` picks among what there is, so that every deed means something. */
type DeedBy<By> =
  | { readonly do: 'wait'; readonly days: number }
  | { readonly do: 'record'; readonly by: By; readonly about: (typeof people)[number] }
  | { readonly do: 'confirm'; readonly by: By; readonly at: number }
  | { readonly do: 'reverse'; readonly by: By; readonly at: number }
  | { readonly do: 'acknowledge'; readonly by: By; readonly at: number }
  | { readonly do: 'close'; readonly by: By }
  | { readonly do: 'publish'; readonly by: By }
  | { readonly do: 'finalise'; readonly by: By; readonly at: number }
  | { readonly do: 'call-off'; readonly by: By; readonly at: number }
  | { readonly do: 'object'; readonly by: By; readonly at: number; readonly toFigure: boolean }
  | { readonly do: 'withdraw'; readonly by: By; readonly at: number }
  | { readonly do: 'answer'; readonly by: By; readonly at: number; readonly outcome: Outcome }
  | { readonly do: 'ask'; readonly by: By; readonly at: number }
  | { readonly do: 'recuse'; readonly by: By; readonly at: number; readonly who: Actor }
  | {
      readonly do: 'decide'
      readonly by: By
      readonly at: number
      readonly outcome: Outcome
      readonly present: readonly Actor[]
    }
  | { readonly do: 'cure'; readonly by: By; readonly at: number; readonly bulletin: boolean }
  | { readonly do: 'appeal'; readonly by: By; readonly at: number; readonly outcome: Outcome | 'pending' }

export type Deed = DeedBy<Actor>
/** As it is drawn: of some it is known by whom only when they are done. */
export type Drawn = DeedBy<Who>

const by = fc.constantFrom(...actors)
const at = fc.nat({ max: 3 })
const outcome = fc.constantFrom<Outcome>('upheld', 'partly', 'rejected')
const is = <Name extends Deed['do']>(name: Name) => fc.constant(name)

/** Chosen so that long roads are walked too: the ordinary doer is more frequent than the wrong one. */
const office = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<Actor>('登记人', '确认人', '经办人', '多面人') },
  { weight: 1, arbitrary: by },
)
const group = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<Actor>('组长', '副组长') },
  { weight: 1, arbitrary: by },
)
const staff = fc.oneof({ weight: 5, arbitrary: fc.constant<Who>(oneself) }, { weight: 1, arbitrary: by })
const present = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom<readonly Actor[]>(['组长', '副组长'], ['组长'], ['副组长']) },
  { weight: 1, arbitrary: fc.uniqueArray(by, { minLength: 1, maxLength: 4 }) },
)

const deed: fc.Arbitrary<Drawn> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: is('wait'), days: fc.constantFrom(1, 1, 1, 2, 5, 12) }) },
  { weight: 3, arbitrary: fc.record({ do: is('record'), by: office, about: fc.constantFrom(...people) }) },
  { weight: 3, arbitrary: fc.record({ do: is('confirm'), by: office, at }) },
  { weight: 1, arbitrary: fc.record({ do: is('reverse'), by: office, at }) },
  { weight: 1, arbitrary: fc.record({ do: is('acknowledge'), by: staff, at }) },
  { weight: 1, arbitrary: fc.record({ do: is('close'), by: office }) },
  { weight: 2, arbitrary: fc.record({ do: is('publish'), by: office }) },
  { weight: 4, arbitrary: fc.record({ do: is('finalise'), by: office, at }) },
  { weight: 1, arbitrary: fc.record({ do: is('call-off'), by: office, at }) },
  { weight: 6, arbitrary: fc.record({ do: is('object'), by: staff, at, toFigure: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: is('withdraw'), by: staff, at }) },
  { weight: 4, arbitrary: fc.record({ do: is('answer'), by: office, at, outcome }) },
  { weight: 6, arbitrary: fc.record({ do: is('ask'), by: staff, at }) },
  { weight: 2, arbitrary: fc.record({ do: is('recuse'), by: group, at, who: by }) },
  {
    weight: 8,
    arbitrary: fc
      .record({ do: is('decide'), by: group, at, outcome, present, joins: fc.boolean() })
      .map(({ joins, ...deed }) => ({
        ...deed,
        present: joins ? [...new Set([deed.by, ...deed.present])] : deed.present,
      })),
  },
  { weight: 6, arbitrary: fc.record({ do: is('cure'), by: group, at, bulletin: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: is('appeal'),
      by: office,
      at,
      outcome: fc.oneof(outcome, fc.constant('pending' as const)),
    }),
  },
)

export const sequence = fc.array(deed, { minLength: 20, maxLength: 70, size: 'max' })

/** One of what there is; undefined while there is nothing. */
export function pick<Thing>(things: readonly Thing[], place: number): Thing | undefined {
  return things.length === 0 ? undefined : things[place % things.length]
}
