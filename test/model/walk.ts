import fc from 'fast-check'
import type { Objection } from '../../src/domain/review/proceeding.ts'
import { actors, cast, oneself, pick, sequence, type Deed, type Drawn } from './deeds.ts'
import { Model } from './proceeding-model.ts'
import { Product, type Fault } from './product.ts'

/** What a walk has come through, so that a test can tell whether it went anywhere. */
export type Seen = Map<string, number>

/**
 * Walks one sequence through the model and the product side by side and throws at the first difference, or when what
 * must always hold does not.
 */
export async function walk(drawn: readonly Drawn[], fault: Fault = {}, seen: Seen = new Map()): Promise<void> {
  const model = new Model()
  const product = new Product(fault)
  const finals = new Set<string>()
  const closed = new Set<number>()
  for (const [place, one] of drawn.entries()) {
    const deed = doneBy(one, model)
    const openBefore = model.openCount()
    const [expected, got] = [model.take(deed), await product.take(deed)]
    const told = `${String(place + 1)}. ${JSON.stringify(deed)}`
    if (expected !== got) throw new Error(`${told}: ${got ? 'succeeded' : 'refused'} against the model`)
    if (got) seen.set(deed.do, (seen.get(deed.do) ?? 0) + 1)
    if (got && deed.do === 'finalise' && openBefore > 0) throw new Error(`${told}: final over an open objection`)
    await checkStates(model, product, told)
    await checkFinals(product, finals, told)
    checkClosed(model, await product.openness(), closed, told)
    for (const objection of await product.objections()) await checkHands(objection, product, told)
  }
}

/** Whoever it is about, where a deed is drawn for 本人; 何青 while there is nothing. */
function doneBy(drawn: Drawn, model: Model): Deed {
  if (drawn.do === 'wait') return drawn
  const by =
    drawn.by === oneself
      ? (actors.find((actor) => cast[actor].staffNumber === aboutOf(drawn, model)) ?? '何青')
      : drawn.by
  return { ...drawn, by }
}

function aboutOf(drawn: Drawn, model: Model): string | undefined {
  if (!('at' in drawn)) return undefined
  if (drawn.do === 'object') return drawn.toFigure ? undefined : pick(model.entries, drawn.at)?.about
  return drawn.do === 'acknowledge'
    ? pick(model.entries, drawn.at)?.about
    : pick(model.objections, drawn.at)?.about
}

async function checkStates(model: Model, product: Product, told: string): Promise<void> {
  const open = await product.openness()
  const expected = model.objections.map((one) => model.isOpen(one))
  if (JSON.stringify(open) !== JSON.stringify(expected))
    throw new Error(`${told}: open ${JSON.stringify(open)}, by the model ${JSON.stringify(expected)}`)
  const bulletins = await Promise.all(product.bulletinIds.map((id) => product.town.bulletins.find(id)))
  for (const [place, bulletin] of bulletins.entries())
    if (bulletin?.state !== model.bulletins[place]?.state) throw new Error(`${told}: bulletin ${String(place)}`)
}

/** Final stays final. */
async function checkFinals(product: Product, finals: Set<string>, told: string): Promise<void> {
  for (const id of product.bulletinIds) {
    const bulletin = await product.town.bulletins.find(id)
    if (bulletin?.state === 'final') finals.add(id)
    else if (finals.has(id)) throw new Error(`${told}: final no more`)
  }
}

/** Closed stays closed: only a review that was still to be asked for, or a cure that is due, keeps one open. */
function checkClosed(model: Model, open: readonly boolean[], closed: Set<number>, told: string): void {
  for (const [place, isOpen] of open.entries()) {
    if (!isOpen) closed.add(place)
    else if (closed.has(place)) throw new Error(`${told}: objection ${String(place)} was opened again`)
  }
  if (closed.size > model.objections.length) throw new Error(`${told}: more closed than filed`)
}

/** Read from the record alone: nobody decides on his own, on what he recorded or answered, nor when he is recused. */
async function checkHands(objection: Objection, product: Product, told: string): Promise<void> {
  const { subject, staffNumber, steps } = objection
  const [entry] = subject.about === 'entry' ? await product.town.ledger.find([subject.entryId]) : []
  const recused = new Set<string>()
  let answerer: string | null = null
  for (const { deed, by } of steps) {
    if (deed.kind === 'recused') recused.add(deed.who)
    if (deed.kind === 'answered' || deed.kind === 'review-decided')
      for (const hand of deed.kind === 'answered' ? [by] : [by, ...deed.minutes.present]) {
        if (staffNumberOf(hand) === staffNumber) throw new Error(`${told}: ${hand} decided on his own`)
        if (hand === entry?.recordedBy) throw new Error(`${told}: ${hand} decided on what he recorded`)
        if (recused.has(hand)) throw new Error(`${told}: ${hand} decided though recused`)
        if (hand === answerer) throw new Error(`${told}: ${hand} reviewed his own answer`)
      }
    if (deed.kind === 'answered') answerer = by
  }
}

function staffNumberOf(hand: string): string | null {
  return Object.entries(cast).find(([name]) => name === hand)?.[1].staffNumber ?? null
}

/** Walks so many random sequences; throws with the shortest failing one and its seed. */
export async function walkMany(
  runs: number,
  { seed, fault, seen }: { readonly seed: number; readonly fault?: Fault; readonly seen?: Seen },
): Promise<void> {
  const property = fc.asyncProperty(sequence, (deeds) => walk(deeds, fault, seen))
  await fc.assert(property, { numRuns: runs, seed, endOnFailure: fault !== undefined })
}
