import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Scene } from './scene.ts'
import { story } from './story.ts'

export const totals = { passed: 0, failed: 0, skipped: 0 }

export function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

export function closingLine(): string {
  return `${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`
}

/** Plays the chapters in order. When one fails, it skips the rest, because each starts where the last one ended. */
export async function playStory(name: string, scene: Scene): Promise<void> {
  for (const [index, chapter] of story.entries()) {
    const startedAt = performance.now()
    try {
      await chapter.play(scene)
      const problems = await scene.person.takeProblems()
      if (problems.length > 0) throw new Error(`errors in the page:\n${problems.join('\n')}`)
    } catch (error) {
      totals.failed += 1
      totals.skipped += story.length - index - 1
      say(`✘ ${name}: ${chapter.name}\n${error instanceof Error ? error.message : String(error)}`)
      await photograph(name, scene)
      return
    }
    totals.passed += 1
    say(`✔ ${name}: ${chapter.name} (${Math.round(performance.now() - startedAt)} ms)`)
  }
}

async function photograph(name: string, { person }: Scene): Promise<void> {
  const file = join(tmpdir(), `plantdeck-${name}-failed.png`)
  try {
    writeFileSync(file, await person.screenshot())
    say(`  ${file} shows the page.`)
  } catch {
    say('  The browser could not take a screenshot of the page.')
  }
}
