import { spawn } from 'node:child_process'
import { projectPath } from '../../src/project-root.ts'

export type Holder = { readonly pid: number; readonly postgresPid: number; readonly kill: () => Promise<void> }

const program = `
const [, folder] = process.argv
const { startDatabase } = await import(${JSON.stringify(projectPath('dist/server/storage/start-database.js'))})
const outcome = await startDatabase({ environment: { GONGDAO_DATA: folder }, say: () => {} })
console.log(JSON.stringify(outcome.ok ? { postgresPid: outcome.value.pid } : { refusal: outcome.refusal }))
if (outcome.ok) setInterval(() => {}, 1000)
else process.exit(1)
`

/** Another server process, of the built product, that holds the data folder until it is killed. */
export async function holdFolder(folder: string, ids: { uid?: number; gid?: number } = {}): Promise<Holder> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, folder], {
    ...ids,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve())
  })
  const said = await new Promise<string>((resolve) => {
    child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString()))
    child.once('close', () => resolve('{}'))
  })
  const postgresPid = /"postgresPid":(\d+)/.exec(said)?.[1]
  if (postgresPid === undefined) throw new Error(`the folder was not held: ${said}`)
  const kill = (): Promise<void> => {
    child.kill('SIGKILL')
    return ended
  }
  return { pid: child.pid ?? 0, postgresPid: Number(postgresPid), kill }
}
