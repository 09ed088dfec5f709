import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { type NavItem, useNavItems } from './nav-items'
import { PersonLines } from './person-lines'
import { useCertificateAlarm } from './use-certificate-alarm'
import { formatCount } from '@/lib/format-count'
import { Logo } from '@/ui/logo'
import { StatusBadge } from '@/ui/status-badge'

/** More digits would not fit beside the label. */
const maxShown = 999
const maxShort = 99

const itemClass =
  'flex h-8 items-center gap-2 rounded-md px-2 text-muted no-underline hover:bg-hover hover:text-ink aria-[current=page]:bg-selected aria-[current=page]:font-medium aria-[current=page]:text-ink forced-colors:aria-[current=page]:border-l-4'

export function Sidebar() {
  const items = useNavItems()
  const isInPages = ({ isExternal, isAtBottom }: NavItem) => !isExternal && !isAtBottom
  return (
    <div
      data-print="hide"
      className="flex w-48 shrink-0 flex-col overflow-y-auto border-r border-line bg-surface p-2 max-md:hidden with-wall:hidden"
    >
      <nav aria-label="Pages" className="flex flex-1 flex-col gap-0.5">
        <p className="mb-3 flex h-8 items-center gap-2 px-2 font-semibold">
          <Logo /> Plantdeck
        </p>
        {items
          .filter(isInPages)
          .map((item) =>
            item.hasAlarm ? (
              <AlarmLink key={item.href} {...item} />
            ) : (
              <PageLink key={item.href} {...item} />
            ),
          )}
      </nav>
      <nav aria-label="More" className="flex flex-col gap-0.5">
        {items
          .filter((item) => !isInPages(item))
          .map((item) =>
            item.isExternal ? (
              <a
                key={item.href}
                href={item.href}
                target="_blank"
                rel="noreferrer"
                className={itemClass}
              >
                <item.icon aria-hidden className="size-4 shrink-0" /> {item.label}
                <span className="sr-only">(opens a new tab)</span>
              </a>
            ) : (
              <PageLink key={item.href} {...item} />
            ),
          )}
      </nav>
      <PersonLines className="mt-2 border-t border-line px-2 pt-2 lg:hidden" />
    </div>
  )
}

interface PageLinkProps extends NavItem {
  /** Read after the label. */
  note?: string | undefined
  children?: ReactNode
}

function PageLink({ label, icon: Icon, href, note, children }: PageLinkProps) {
  return (
    <Link
      to={href}
      aria-label={note && `${label}, ${note}`}
      className={itemClass}
      activeOptions={{ includeSearch: false, exact: href === '/' }}
    >
      <Icon aria-hidden className="size-4 shrink-0" /> {label}
      {children}
    </Link>
  )
}

function AlarmLink(item: NavItem) {
  const alarm = useCertificateAlarm()
  if (!alarm) return <PageLink {...item} />
  const { count, isAtLeast, text } = alarm
  const [shown, isMore] = count > maxShown ? [maxShown, true] : [count, isAtLeast]
  return (
    <PageLink {...item} note={text}>
      {/* Three digits and a plus need the room of the gaps. */}
      <span
        title={`${item.label}: ${text}`}
        className={count > maxShort ? '-mr-2 -ml-1 flex' : 'ml-auto flex'}
      >
        <StatusBadge tone="danger" className="tabular-nums">
          {formatCount(shown)}
          {isMore ? '+' : null}
        </StatusBadge>
      </span>
    </PageLink>
  )
}
