import { createRoot } from 'react-dom/client'
import { z } from 'zod'
import { App } from './app.tsx'
import './theme/base.css'
import { endStuckMotion } from './theme/end-stuck-motion.ts'
import './theme/print.css'

// The content security policy forbids making code from text, which zod would otherwise try for speed.
z.config({ jitless: true })

const root = document.getElementById('root')
// A browser below the floor has been told so by old-browser.js, and its sentence stays.
const isTooOld = document.documentElement.dataset['tooOld'] === 'true'
if (root !== null && !isTooOld) createRoot(root).render(<App />)
endStuckMotion()

// Fonts after the first screen: most office machines have a Chinese font and never fetch one of these.
void import('./theme/fonts.css')
