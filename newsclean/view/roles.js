// The roles of lines, in the groups that share a colour; every line says its role in words as well.

export const GROUPS = {
  title: ["headline", "kicker", "standfirst"],
  people: ["byline", "timestamp"],
  picture: ["caption", "credit"],
  body: ["body", "subhead"],
  beside: ["live_feed", "related"],
  dropped: ["promo", "navigation", "form", "legal", "social", "comment", "biography", "other"],
};

/** The roles in the order of their groups. */
export const ROLES = Object.values(GROUPS).flat();

const GROUP_OF = new Map(Object.entries(GROUPS).flatMap(([group, roles]) => roles.map((role) => [role, group])));

export function groupOf(role) {
  return GROUP_OF.get(role) ?? "dropped";
}

export function roleName(role) {
  return role.replaceAll("_", " ");
}
