// One build at a time in one checkout: the second waits for the first and then finds its work done.
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

const patienceMs = 120_000

/** Runs `work` while holding the lock file; takes over a lock whose process is gone. */
export async function withBuildLock(path, say, work) {
  await acquire(path, say)
  const release = () => rmSync(path, { force: true })
  process.once('exit', release)
  try {
    return await work()
  } finally {
    process.off('exit', release)
    release()
  }
}

async function acquire(path, say) {
  const deadline = Date.now() + patienceMs
  let announced = false
  while (!claim(path)) {
    const holder = readHolder(path)
    if (holder === null || !isAlive(holder)) setAside(path, holder)
    else if (Date.now() > deadline)
      throw new Error(`另一个构建（进程 ${holder}）两分钟仍未结束；若它并不存在，请删除 ${path}。`)
    else if (!announced) {
      say(`另一个构建（进程 ${holder}）正在进行，等它完成……`)
      announced = true
    }
    await sleep(50)
  }
}

// The lock appears together with its content: a link either creates the whole file or fails.
function claim(path) {
  const own = `${path}-${process.pid}`
  writeFileSync(own, String(process.pid))
  try {
    linkSync(own, path)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(own, { force: true })
  }
}

// Two waiters may both see a dead holder: whoever moves away a live lock by mistake puts it back.
function setAside(path, holder) {
  const aside = `${path}-stale-${process.pid}`
  try {
    renameSync(path, aside)
  } catch {
    return
  }
  const moved = readHolder(aside)
  if (moved !== holder && moved !== null && isAlive(moved)) {
    try {
      linkSync(aside, path)
    } catch {
      // A third build holds the lock by now; the one moved will see its build swapped, which is harmless.
    }
  }
  rmSync(aside, { force: true })
}

function readHolder(path) {
  try {
    const pid = Number(readFileSync(path, 'utf8'))
    return Number.isSafeInteger(pid) && pid > 0 ? pid : null
  } catch {
    return null
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
