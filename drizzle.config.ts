import { defineConfig } from 'drizzle-kit'

// npx drizzle-kit generate --name what_changes
export default defineConfig({
  dialect: 'postgresql',
  schema: ['./src/storage/schema.ts', './src/storage/schema-sign-in.ts', './src/storage/schema-oversight.ts'],
  out: './src/storage/migrations',
})
