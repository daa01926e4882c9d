import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

// Three kinds of tests: those that need nothing, those on a real PostgreSQL (one per run, a clone per file), and those
// in a real browser before the real product.
export default defineConfig({
  test: {
    // By default one core is left to the runner, which on a machine of two halves the speed: most files wait for PostgreSQL.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        test: {
          name: '纯计算',
          include: [
            'src/{domain,policies,documents,cli,web}/**/*.test.{ts,tsx}',
            'test/{properties,tidy,regulations,fuzz,model}/**/*.test.ts',
          ],
          exclude: ['test/fuzz/api.test.ts', 'test/model/over-http.test.ts'],
          // Ten thousand random towns take as long as the machine needs.
          testTimeout: 1_800_000,
          // They share nothing that could be left behind, so that each module is read once and not once a file.
          isolate: false,
        },
      },
      {
        test: {
          name: '数据库',
          include: [
            'src/{storage,commands,queries,http}/**/*.test.ts',
            'test/{storage,matrix,faults/cut}/**/*.test.ts',
            'test/fuzz/api.test.ts',
            'test/model/over-http.test.ts',
          ],
          globalSetup: ['test/support/database-server.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // A database of its own for each file is all they need: it takes a third of the time.
          isolate: false,
        },
      },
      {
        test: {
          name: '启动',
          include: ['test/launch/**/*.test.ts', 'test/faults/*.test.ts'],
          globalSetup: ['test/launch/build-server.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: '浏览器',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/e2e/support/build-and-browser.ts'],
          // A browser on a busy machine loses a click now and then: a story that fails is told again, from its start.
          retry: 2,
          testTimeout: 300_000,
          // As long as the page's own waiting: what is asked for over and over is as late as what is waited for.
          expect: { poll: { timeout: 60_000 } },
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
