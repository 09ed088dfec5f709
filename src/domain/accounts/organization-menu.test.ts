import { expect, it } from 'vitest'
import {
  findOrganizations,
  nameOfOrganization,
  organizationMenu,
  organizationsNamed,
} from './organization-menu'

const demo = { id: 'd1', name: 'Demo Energy' }
const other = { id: 'o1', name: 'Óther Energy' }
const atHome = {
  organizationId: undefined,
  ownOrganizationId: 'd1',
  organizationName: 'Demo Energy',
}
const elsewhere = { organizationId: 'o1', ownOrganizationId: 'd1', organizationName: undefined }

it('offers a switch only to users of several organizations', () => {
  expect(organizationMenu([demo], atHome)).toMatchObject({ isOffered: false, isLost: false })
  expect(organizationMenu([demo, other], atHome)).toMatchObject({ isOffered: true, isLost: false })
})

it('names the organization on screen by the list, else by the token', () => {
  expect(organizationMenu([demo, other], elsewhere)).toMatchObject({
    name: 'Óther Energy',
    currentId: 'o1',
  })
  const unnamed = { ...atHome, ownOrganizationId: undefined }
  expect(organizationMenu([demo, other], unnamed)).toMatchObject({
    name: 'Demo Energy',
    currentId: undefined,
    isLost: false,
  })
})

it('offers the way out of an organization that is no longer the user’s', () => {
  expect(organizationMenu([demo], elsewhere)).toEqual({
    name: undefined,
    currentId: 'o1',
    isLost: true,
    isOffered: true,
  })
  expect(organizationMenu([], elsewhere).isOffered).toBe(false)
})

it('names an organization by its ID, in either case', () => {
  expect(nameOfOrganization([demo, other], ' O1 ')).toBe('Óther Energy')
  expect(nameOfOrganization([demo, other], 'o')).toBeUndefined()
  expect(nameOfOrganization([{ id: 'x1', name: '' }], 'x1')).toBeUndefined()
  expect(nameOfOrganization([demo], null)).toBeUndefined()
})

it('finds organizations by the whole name, in either case', () => {
  expect(organizationsNamed([demo, other], ' óther energy ')).toEqual([other])
  expect(organizationsNamed([demo, { ...other, name: 'demo ENERGY' }], 'Demo Energy')).toHaveLength(
    2,
  )
  expect(organizationsNamed([demo, other], 'Energy')).toEqual([])
  expect(organizationsNamed([{ id: 'x1', name: '' }], ' ')).toEqual([])
})

it('finds organizations by a part of the name or the ID', () => {
  expect(findOrganizations([demo, other], ' other ')).toEqual([other])
  expect(findOrganizations([demo, other], 'D1')).toEqual([demo])
  expect(findOrganizations([demo, other], '')).toEqual([demo, other])
})
