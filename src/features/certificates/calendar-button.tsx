import { CalendarPlus } from 'lucide-react'
import { publicPath } from '@/lib/base-path'
import { codePart } from '@/lib/code-part'
import { Button } from '@/ui/button'
import type { ButtonSize } from '@/ui/button-class'
import { saveFile } from '@/ui/save-file'
import { reportFileFailure } from '@/ui/use-table-export'

const calendarPart = codePart(() => import('./renewal-calendar'))

interface CalendarButtonProps {
  fileName: string
  /** Returns the content of the file; links begin with `origin`. */
  write: (code: CalendarCode, origin: string) => string
  /** Distinguishes the button from others on the same page. */
  what?: string
  size?: ButtonSize
}

type CalendarCode = Awaited<ReturnType<typeof calendarPart.load>>

export function CalendarButton({ fileName, write, what, size = 'md' }: CalendarButtonProps) {
  async function save() {
    try {
      const content = write(await calendarPart.load(), location.origin + publicPath(''))
      saveFile({ name: `${fileName}.ics`, content, type: 'text/calendar;charset=utf-8' })
    } catch (error) {
      await reportFileFailure(error)
    }
  }

  return (
    <Button
      size={size}
      aria-label={what && `Export calendar of ${what}`}
      icon={<CalendarPlus aria-hidden className="size-4 max-md:hidden" />}
      onPointerEnter={calendarPart.preload}
      onFocus={calendarPart.preload}
      onClick={save}
    >
      Export calendar
    </Button>
  )
}
