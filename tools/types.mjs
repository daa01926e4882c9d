// `npm run types`: the three type checks of `npm test` alone.
import { runSteps, typeSteps } from './steps.mjs'

const { failed } = await runSteps(typeSteps)
process.exitCode = failed === 0 ? 0 : 1
