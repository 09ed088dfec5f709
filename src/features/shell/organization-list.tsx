import { Check } from 'lucide-react'
import { useState } from 'react'
import type { Organization } from '@/api/organization-schemas'
import { findOrganizations } from '@/domain/accounts/organization-menu'
import { countOf } from '@/lib/format-count'
import { TextField } from '@/ui/text-field'
import { UntrustedText } from '@/ui/untrusted-text'

/** Longer lists are searched, not scrolled. */
const maxShown = 50
const minSearched = 8

interface OrganizationListProps {
  organizations: readonly Organization[]
  currentId: string | undefined
  onChoose: (organization: Organization) => void
}

export function OrganizationList({ organizations, currentId, onChoose }: OrganizationListProps) {
  const [text, setText] = useState('')
  const found = findOrganizations(organizations, text)
  const shown = found.slice(0, maxShown)
  const names = new Set<string>()
  const repeated = new Set<string>()
  for (const { name } of organizations) (names.has(name) ? repeated : names).add(name)

  return (
    <div className="flex flex-col gap-2">
      {organizations.length >= minSearched ? (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            const [only, ...others] = found
            if (only && others.length === 0) onChoose(only)
          }}
        >
          <TextField
            label="Search organizations"
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- a user who opens a long list wants to type
            autoFocus
            autoComplete="off"
            spellCheck={false}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        </form>
      ) : null}
      <ul aria-label="Organizations" className="flex flex-col">
        {shown.map((organization) => {
          const { id, name } = organization
          const isCurrent = id === currentId
          return (
            <li key={id}>
              <button
                type="button"
                aria-current={isCurrent ? true : undefined}
                className="flex min-h-8 w-full items-center gap-2 rounded-md px-2 py-1 text-left hover:bg-hover aria-[current=true]:bg-selected max-md:min-h-11"
                onClick={() => onChoose(organization)}
              >
                <span className="min-w-0 flex-1 wrap-anywhere">
                  <UntrustedText isCut fallback="Unnamed">
                    {name}
                  </UntrustedText>
                  {repeated.has(name) ? (
                    <span className="block font-mono text-xs text-muted">
                      <UntrustedText isCut>{id}</UntrustedText>
                    </span>
                  ) : null}
                </span>
                {isCurrent ? (
                  <span className="flex shrink-0 items-center gap-1 text-xs text-muted">
                    <Check aria-hidden className="size-4" /> On screen
                  </span>
                ) : null}
              </button>
            </li>
          )
        })}
      </ul>
      <p role="status" className="text-xs text-muted empty:hidden">
        {found.length === 0 ? 'No organization has this in its name.' : null}
        {found.length > maxShown
          ? `${countOf(found.length - maxShown, 'more organization')}. Add a word to narrow them down.`
          : null}
      </p>
    </div>
  )
}
