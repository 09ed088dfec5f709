import { Link } from '@tanstack/react-router'
import { navItems } from './nav-items'
import { PersonLines } from './person-lines'
import { useDeployment } from '@/api/session/session-context'
import { Logo } from '@/ui/logo'

const itemClass =
  'flex h-8 items-center gap-2 rounded-md px-2 text-muted no-underline hover:bg-hover hover:text-ink aria-[current=page]:bg-selected aria-[current=page]:font-medium aria-[current=page]:text-ink forced-colors:aria-[current=page]:border-l-4'

export function Sidebar() {
  const { config } = useDeployment()
  const items = navItems(config)
  return (
    <div
      data-print="hide"
      className="flex w-48 shrink-0 flex-col overflow-y-auto border-r border-line bg-surface p-2 max-md:hidden"
    >
      <nav aria-label="Pages" className="flex flex-1 flex-col gap-0.5">
        <p className="mb-3 flex h-8 items-center gap-2 px-2 font-semibold">
          <Logo /> Plantdeck
        </p>
        {items
          .filter(({ isExternal }) => !isExternal)
          .map(({ label, icon: Icon, href }) => (
            <Link
              key={href}
              to={href}
              className={itemClass}
              activeOptions={{ includeSearch: false }}
            >
              <Icon aria-hidden className="size-4" /> {label}
            </Link>
          ))}
      </nav>
      <nav aria-label="Help">
        {items
          .filter(({ isExternal }) => isExternal)
          .map(({ label, icon: Icon, href }) => (
            <a key={href} href={href} target="_blank" rel="noreferrer" className={itemClass}>
              <Icon aria-hidden className="size-4" /> {label}
              <span className="sr-only">(opens a new tab)</span>
            </a>
          ))}
      </nav>
      <PersonLines className="mt-2 border-t border-line px-2 pt-2 lg:hidden" />
    </div>
  )
}
