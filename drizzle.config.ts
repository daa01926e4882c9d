import { defineConfig } from 'drizzle-kit'

// npx drizzle-kit generate --name what_changes
export default defineConfig({
  dialect: 'postgresql',
  schema: './src/storage/schema.ts',
  out: './src/storage/migrations',
})
