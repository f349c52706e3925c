"""Door of the organisation."""

from guiju.kernel.organisation.acting import (
    Acting,
    HeldPost,
    Tree,
    acting_as_command,
    acting_for_login,
    acting_for_user,
    acting_in,
    held_on,
    held_posts,
    subtree,
)
from guiju.kernel.organisation.certificates import (
    CERTIFICATE_KINDS,
    ENFORCEMENT,
    LEGAL_PROFESSION,
    REVIEW_PRACTICE,
    HeldCertificate,
    certificate_kind,
)
from guiju.kernel.organisation.directory import DatedPost, Directory, Prefixes, load_directory
from guiju.kernel.organisation.models import (
    Account,
    Certificate,
    Committee,
    Person,
    Post,
    Setting,
    Town,
    TownModel,
    Unit,
)
from guiju.kernel.organisation.plans import (
    OrganisationError,
    check_exclusion,
    plan_additions,
    plan_setting,
    plan_town,
)
from guiju.kernel.organisation.roles import DISTRICT_POSTS, ROLES, Role, role_label
from guiju.kernel.organisation.rosters import Roster, roster_of
from guiju.kernel.organisation.settings import settings_on

__all__ = [
    "CERTIFICATE_KINDS",
    "DISTRICT_POSTS",
    "ENFORCEMENT",
    "LEGAL_PROFESSION",
    "REVIEW_PRACTICE",
    "ROLES",
    "Account",
    "Acting",
    "Certificate",
    "Committee",
    "DatedPost",
    "Directory",
    "HeldCertificate",
    "HeldPost",
    "OrganisationError",
    "Person",
    "Post",
    "Prefixes",
    "Role",
    "Roster",
    "Setting",
    "Town",
    "TownModel",
    "Tree",
    "Unit",
    "acting_as_command",
    "acting_for_login",
    "acting_for_user",
    "acting_in",
    "certificate_kind",
    "check_exclusion",
    "held_on",
    "held_posts",
    "load_directory",
    "plan_additions",
    "plan_setting",
    "plan_town",
    "role_label",
    "roster_of",
    "settings_on",
    "subtree",
]
