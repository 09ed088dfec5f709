import { Trash2 } from 'lucide-react'
import type { UnreadableView } from '@/domain/fleet/saved-views'
import { IconButton } from '@/ui/icon-button'
import { UntrustedText } from '@/ui/untrusted-text'
import { visibleText } from '@/ui/visible-text'

interface UnreadableViewsProps {
  views: readonly UnreadableView[]
  onDelete: (view: UnreadableView) => void
}

/** Stored views that this version can't use. They stay until they are deleted, and are exported as they are. */
export function UnreadableViews({ views, onDelete }: UnreadableViewsProps) {
  if (views.length === 0) return null
  return (
    <section aria-label="Unreadable views" className="mt-3">
      <h3 className="font-medium">Unreadable views</h3>
      <p className="text-sm text-muted">
        They are kept unchanged and are part of the exported file, so another version can read them.
      </p>
      <ul>
        {views.map((view, at) => {
          const name = view.name ?? `Unnamed view ${at + 1}`
          return (
            <li
              // oxlint-disable-next-line react/no-array-index-key -- two of them may be the same
              key={`${name} ${at}`}
              className="flex items-center gap-2 border-t border-line py-1 first:border-0"
            >
              <div className="min-w-0 flex-1 px-1">
                <UntrustedText isCut className="block truncate font-medium">
                  {name}
                </UntrustedText>
                <UntrustedText isCut className="block text-xs text-muted">
                  {`Can’t be opened: ${view.reason}.`}
                </UntrustedText>
              </div>
              <IconButton label={`Delete ${visibleText(name)}`} onClick={() => onDelete(view)}>
                <Trash2 aria-hidden className="size-4" />
              </IconButton>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
