// Unpacks the Chromium of @sparticuz/chromium once per user and version, and prints where it is and what it needs.
// A program of its own, because the package reads TMPDIR and writes LD_LIBRARY_PATH and HOME into its process.
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  chownSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
const { version } = JSON.parse(readFileSync(join(dirname(entry), '..', '..', 'package.json'), 'utf8'))
const user = process.getuid?.() ?? 'user'
const folder = join(tmpdir(), `gongdao-browser-${user}-${version}`)

if (!existsSync(join(folder, 'chromium'))) await extract()
else if (process.getuid && lstatSync(folder).uid !== process.getuid())
  throw new Error(`${folder} belongs to another user; remove it or set TMPDIR`)

console.log(
  JSON.stringify({
    executablePath: join(folder, 'chromium'),
    environment: {
      LD_LIBRARY_PATH: [join(folder, 'al2023', 'lib'), folder].join(':'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  }),
)

async function extract() {
  const fresh = `${folder}.new-${process.pid}`
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(fresh)
  process.env.TMPDIR = fresh
  // Without it the package expects the system's NSS and expat and does not unpack its own.
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x'
  const { default: chromium } = await import('@sparticuz/chromium')
  await chromium.executablePath()
  writeFileSync(join(fresh, 'fonts.conf'), fontSettings())
  openToAll(fresh)
  try {
    renameSync(fresh, folder)
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    if (!existsSync(join(folder, 'chromium'))) throw error // else another run was quicker
  }
}

// Only the package's one Latin font, never the machine's: Chinese shows in tests if the product brings its own font.
function fontSettings() {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${join(folder, 'fonts', 'fonts')}</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>
`
}

// The package unpacks the browser for its own user alone; one test runs it as another.
function openToAll(path) {
  const stat = lstatSync(path)
  if (stat.isSymbolicLink()) return
  if (process.getuid?.() === 0) chownSync(path, 0, 0) // the archive names an owner of its own
  chmodSync(path, stat.isDirectory() || stat.mode & 0o100 ? 0o755 : 0o644)
  if (stat.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name))
}
