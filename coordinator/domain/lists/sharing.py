"""Lists of information sharing: on which basis, through which gateway, told or not, sent how."""

from enum import StrEnum


class LawfulBasis(StrEnum):
    """UK GDPR Article 6(1), points a to f. Consent is not the same as agreement to the plan."""

    PUBLIC_TASK = "public_task"
    LEGAL_OBLIGATION = "legal_obligation"
    VITAL_INTERESTS = "vital_interests"
    LEGITIMATE_INTERESTS = "legitimate_interests"
    CONSENT = "consent"
    CONTRACT = "contract"


class SpecialCondition(StrEnum):
    """UK GDPR Article 9(2) conditions that panels rely on; `NONE` stands in older records only."""

    SUBSTANTIAL_PUBLIC_INTEREST = "substantial_public_interest"
    HEALTH_OR_SOCIAL_CARE = "health_or_social_care"
    SOCIAL_PROTECTION = "social_protection"
    PUBLIC_HEALTH = "public_health"
    VITAL_INTERESTS = "vital_interests"
    EXPLICIT_CONSENT = "explicit_consent"
    NONE = "none"


class ScheduleCondition(StrEnum):
    """Conditions of the Data Protection Act 2018, Schedule 1, that panels rely on.

    Named by their paragraph: 1 to 3 of Part 1, the others of Part 2. Under the control of official
    authority offence data needs none of them (UK GDPR, Article 10).
    """

    SOCIAL_PROTECTION = "social_protection"
    HEALTH_OR_SOCIAL_CARE = "health_or_social_care"
    PUBLIC_HEALTH = "public_health"
    STATUTORY_PURPOSES = "statutory_purposes"
    JUSTICE = "justice"
    UNLAWFUL_ACTS = "unlawful_acts"
    SAFEGUARDING = "safeguarding"
    ECONOMIC_WELL_BEING = "economic_well_being"
    OFFICIAL_AUTHORITY = "official_authority"


class Agreement(StrEnum):
    """What the person said when asked to agree; it is not the lawful basis."""

    NOT_ASKED = "not_asked"
    AGREES = "agrees"
    PARTLY = "partly"
    DECLINES = "declines"
    TAKEN_BACK = "taken_back"
    CANNOT_SAY = "cannot_say"


class Gateway(StrEnum):
    """The power that allows sharing; a power, not a duty, unless the statute says so."""

    CRIME_AND_DISORDER = "crime_and_disorder"
    CRIME_REDUCTION_DUTY = "crime_reduction_duty"
    CARE_ACT_COOPERATION = "care_act_cooperation"
    CARE_ACT_ENQUIRY = "care_act_enquiry"
    CARE_ACT_INFORMATION = "care_act_information"
    CHILDREN_ACT = "children_act"
    MENTAL_CAPACITY = "mental_capacity"
    HOMELESSNESS_REDUCTION = "homelessness_reduction"
    SERIOUS_VIOLENCE = "serious_violence"
    DOMESTIC_ABUSE = "domestic_abuse"
    DATA_PROTECTION = "data_protection"
    OVERRIDING_INTEREST = "overriding_interest"


class ToldAboutPanel(StrEnum):
    """Whether the person knows that the panel talks about them."""

    YES = "yes"
    NOT_YET = "not_yet"
    NO = "no"


class Channel(StrEnum):
    """How something was disclosed. Source: domain entities, disclosure."""

    READ_IN_MEETING = "read_in_meeting"
    SECURE_MAIL = "secure_mail"
    SEALED_PACK = "sealed_pack"
    PRINTED = "printed"
    SPOKEN = "spoken"


class Known(StrEnum):
    """What an agency answers when it is asked about a person before a meeting."""

    KNOWN = "known"
    WILL_SHARE = "will_share"
    CANNOT_SHARE = "cannot_share"
    NOT_KNOWN = "not_known"


class ForumKind(StrEnum):
    """Other meetings that may deal with the person. The fact is noted, never their content."""

    MARAC = "marac"
    MAPPA = "mappa"
    OFFENDER_MANAGEMENT = "offender_management"
    ADULT_SAFEGUARDING = "adult_safeguarding"
    CHILD_PROTECTION = "child_protection"
    SAFEGUARDING_HUB = "safeguarding_hub"
    CHANNEL = "channel"
    MODERN_SLAVERY = "modern_slavery"
    HIGH_INTENSITY_USERS = "high_intensity_users"
    CARE_PROGRAMME = "care_programme"
    TENANCY_PANEL = "tenancy_panel"
    ANTISOCIAL_BEHAVIOUR = "antisocial_behaviour"
    INTELLIGENCE_FORM = "intelligence_form"
    OTHER = "other"


class ForumStatus(StrEnum):
    """Where the person stands with another forum."""

    REFERRED = "referred"
    OPEN = "open"
    CLOSED = "closed"


class RelationKind(StrEnum):
    """What somebody is to the person."""

    PARTNER = "partner"
    FORMER_PARTNER = "former_partner"
    CHILD = "child"
    PARENT = "parent"
    SIBLING = "sibling"
    OTHER_FAMILY = "other_family"
    FRIEND = "friend"
    CARER = "carer"
    CARED_FOR = "cared_for"
    NEIGHBOUR = "neighbour"
    ASSOCIATE = "associate"
    OTHER = "other"


class RelationEffect(StrEnum):
    """What a tie does for the person."""

    PROTECTIVE = "protective"
    RISKY = "risky"
    BOTH = "both"
    NOT_KNOWN = "not_known"


class PackVariant(StrEnum):
    """How much of a meeting a recipient's pack holds. Source: domain, meeting pack."""

    FULL = "full"
    OWN_CASES = "own_cases"
    LIMITED = "limited"
    STRATEGIC = "strategic"
    PRINT_LIGHT = "print_light"


class HoldKind(StrEnum):
    """What keeps a record although its time is over."""

    ACCESS_REQUEST = "access_request"
    LITIGATION = "litigation"
    REVIEW = "review"
    DEATH = "death"
    OTHER = "other"


class DisposalWay(StrEnum):
    """How a second person confirmed that a record is to go."""

    IN_PROGRAM = "in_program"
    SIGNED_LIST = "signed_list"


class AccessChoice(StrEnum):
    """What an officer decides about an entry that cannot simply be given.

    `WITHHOLD` is about the part alone where only a part of it may not be theirs; `WITHHOLD_ALL`
    keeps the rest back as well.
    """

    GIVE = "give"
    GIVE_IN_PART = "give_in_part"
    WITHHOLD = "withhold"
    WITHHOLD_ALL = "withhold_all"
