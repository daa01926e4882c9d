import { activate } from '../../commands/activate.ts'
import { confirmSecondFactor, offeredSecret } from '../../commands/confirm-second-factor.ts'
import { forgiveAttempt } from '../../commands/count-attempt.ts'
import { renewRecoveryCodes } from '../../commands/keep-recovery-codes.ts'
import { noteSignIn } from '../../commands/note-sign-in.ts'
import { removeSecondFactor } from '../../commands/remove-second-factor.ts'
import { showSecondFactor } from '../../commands/show-second-factor.ts'
import { accept } from '../../domain/primitives/result.ts'
import { needsSecondFactor } from '../../policies/permit.ts'
import { isRole } from '../../policies/roles.ts'
import { attempt, proofTools, type AttemptCall } from '../attempt.ts'
import { describeSecret } from '../authenticator.ts'
import type { secondFactorEndpoints } from '../contract/second-factor.ts'
import { countTyped } from '../count-typed.ts'
import { noteRefusedSignIn } from '../note-refused-sign-in.ts'
import { hashSetUpCode } from '../one-time-codes.ts'
import type { Refusal } from '../refusal.ts'
import type { RouteGroup, SignedIn } from '../route.ts'
import { subjectOf } from '../run-route.ts'
import { secondFactorState } from '../second-factor-state.ts'
import type { Services } from '../services.ts'
import { hashToken, newToken } from '../session-token.ts'
import { mayHaveSample } from './sample.ts'

const done = accept({ done: true } as const)

/** The second step of signing in, one's own authenticator and recovery codes, and the first password. */
export const secondFactorRoutes: RouteGroup<typeof secondFactorEndpoints> = {
  readSecondFactor: {
    signedIn: async ({ services, session }) => {
      const { accountId, ownUserName: userName, hasSecondFactor: isSetUp, secondFactorAt } = session
      const left = await services.inAccounts<number | null, Refusal>(async (accounts) =>
        accept(isSetUp && secondFactorAt !== null ? await accounts.recoveryCodesLeft(accountId) : null),
      )
      const mayVisitSample = await mayHaveSample(services, session)
      const isNeeded = await isSecondFactorNeeded(session, services)
      if (!left.ok) return left
      return accept({ userName, isSetUp, isNeeded, recoveryCodesLeft: left.value, mayVisitSample })
    },
  },
  showSecondFactor: {
    signedIn: async (call) => {
      const { body, session, browser } = call
      const { token, rotated } = freshToken(call)
      const given = { accountId: session.accountId, typed: body.code }
      const shown = await attempt(
        call,
        { operation: 'showSecondFactor', guess: 'code', kept: 'sign-in' },
        (accounts) => showSecondFactor(given, rotated, proofTools(call), accounts),
      )
      if (shown.ok) browser.keepToken(token)
      return shown
    },
  },
  offerSecondFactor: {
    signedIn: async ({ services: { seal }, session }) =>
      accept(describeSecret(offeredSecret(session, seal), session.ownUserName)),
  },
  confirmSecondFactor: {
    signedIn: async (call) => {
      const { body, session, browser } = call
      const { token, rotated } = freshToken(call)
      const proof = body.proof ?? null
      const isNeeded = await isSecondFactorNeeded(session, call.services)
      const isSigningIn = secondFactorState(session, isNeeded) === 'to-set-up'
      const given = { ...session, typed: body.code, proof, isSigningIn }
      const attempted = { operation: 'confirmSecondFactor', guess: proof?.kind ?? null, kept: 'write' } as const
      const confirmed = await attempt(call, attempted, (accounts) =>
        confirmSecondFactor(given, rotated, proofTools(call), accounts),
      )
      if (!confirmed.ok) return confirmed
      browser.keepToken(token)
      return accept({ recoveryCodes: confirmed.value })
    },
  },
  renewRecoveryCodes: {
    signedIn: async (call) => {
      const given = { accountId: call.session.accountId, proof: call.body.proof }
      const attempted = { operation: 'renewRecoveryCodes', guess: given.proof.kind, kept: 'write' } as const
      const renewed = await attempt(call, attempted, (accounts) =>
        renewRecoveryCodes(given, proofTools(call), accounts),
      )
      return renewed.ok ? accept({ recoveryCodes: renewed.value }) : renewed
    },
  },
  removeSecondFactor: {
    signedIn: async (call) => {
      const { session, services, body, browser } = call
      const { token, rotated } = freshToken(call)
      const given = { ...session, proof: body.proof, isNeeded: await isSecondFactorNeeded(session, services) }
      const attempted = { operation: 'removeSecondFactor', guess: body.proof.kind, kept: 'write' } as const
      const removed = await attempt(call, attempted, (accounts) =>
        removeSecondFactor(given, rotated, proofTools(call), accounts),
      )
      if (!removed.ok) return removed
      browser.keepToken(token)
      return done
    },
  },
  activateAccount: {
    open: async ({ body, services, at, browser }) => {
      const { caller } = browser
      const kind = 'set-up-code'
      const counted = await countTyped(body, { services, browser, at }, kind)
      if (!counted.ok) return counted
      const { name } = counted.value
      const given = { name, codeHash: hashSetUpCode(body.code), password: body.password }
      const token = newToken()
      const oldHash = browser.token === null ? null : hashToken(browser.token)
      const { newId, passwords, spellName } = services
      const act = { at, newId, caller, spellName, hashPassword: passwords.hash }
      const activated = await services.inAccounts<null, Refusal>(async (accounts) => {
        const outcome = await activate(given, { newHash: hashToken(token), oldHash }, act, accounts)
        if (!outcome.ok) return outcome
        await forgiveAttempt({ ...counted.value, address: caller.address, kind }, accounts)
        const account = await accounts.findAccount(name)
        await noteSignIn({ operation: 'activateAccount', outcome: 'done', kind: 'write', account }, act, accounts)
        return outcome
      })
      if (activated.ok) {
        browser.keepToken(token)
        return done
      }
      if (activated.refusal.code === 'activation-failed')
        await noteRefusedSignIn({ operation: 'activateAccount', name }, { services, browser, at })
      return activated
    },
  },
}

function freshToken({ browser, services }: AttemptCall) {
  const token = newToken()
  const rotated = {
    oldHash: hashToken(browser.token ?? ''),
    newHash: hashToken(token),
    newId: services.newId(),
  }
  return { token, rotated }
}

/** By the roles at work; in the sample, where nothing is real, by those at home. */
async function isSecondFactorNeeded(session: SignedIn, services: Services): Promise<boolean> {
  if (!session.isSample) return needsSecondFactor((await subjectOf(session, services)).roles)
  const granted = await services.inAccounts(async (accounts) =>
    accept(await accounts.grantedRoles(session.accountId, session.homeTenantId)),
  )
  return granted.ok && needsSecondFactor(granted.value.filter(isRole))
}
