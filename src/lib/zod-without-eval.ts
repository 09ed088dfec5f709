// Import it before the first schema: the Content-Security-Policy reports the parsers that zod compiles.
import * as z from 'zod/mini'

z.config({ jitless: true })
