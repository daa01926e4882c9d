import { z } from 'zod'
import { employments } from '../../domain/roster/assignment.ts'
import { posts, ruleEffects } from '../../domain/scheme/scheme.ts'
import { component } from './answers-of.ts'

/** Points, money and quantities in whole hundredths. */
export const centipoints = component('Centipoints', z.int().describe('分值，百分之一分为单位的整数'))
export const fen = component('Fen', z.int().describe('金额，以百分之一元为单位的整数'))
export const quantity = component('Quantity', z.int().describe('数量，百分之一为单位的整数'))
export const day = component('Day', z.iso.date().describe('日期，如 2026-03-09'))
export const instant = component('Instant', z.iso.datetime().describe('时刻，UTC'))
export const count = z.int().min(0)
export const words = z.string()

export const post = component('Post', z.enum(posts))
export const employment = component('Employment', z.enum(employments))
export const ruleEffect = component('RuleEffect', z.enum(ruleEffects))

export const done = component('Done', z.object({ done: z.literal(true) }))
