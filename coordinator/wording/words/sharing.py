"""Words of information sharing."""

from collections.abc import Mapping
from enum import StrEnum

from coordinator.domain.lists.sharing import (
    AccessChoice,
    Agreement,
    Channel,
    DisposalWay,
    ForumKind,
    ForumStatus,
    Gateway,
    HoldKind,
    Known,
    LawfulBasis,
    PackVariant,
    RelationEffect,
    RelationKind,
    ScheduleCondition,
    SpecialCondition,
    ToldAboutPanel,
)
from coordinator.wording.translation import N_

WORDS: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    LawfulBasis: {
        LawfulBasis.PUBLIC_TASK: N_("Public task, Article 6(1)(e)"),
        LawfulBasis.LEGAL_OBLIGATION: N_("Legal obligation, Article 6(1)(c)"),
        LawfulBasis.VITAL_INTERESTS: N_("Vital interests, Article 6(1)(d)"),
        LawfulBasis.LEGITIMATE_INTERESTS: N_("Legitimate interests, Article 6(1)(f)"),
        LawfulBasis.CONSENT: N_("Consent, Article 6(1)(a)"),
        LawfulBasis.CONTRACT: N_("Contract, Article 6(1)(b)"),
    },
    SpecialCondition: {
        SpecialCondition.SUBSTANTIAL_PUBLIC_INTEREST: N_(
            "Substantial public interest, Article 9(2)(g)"
        ),
        SpecialCondition.HEALTH_OR_SOCIAL_CARE: N_("Health or social care, Article 9(2)(h)"),
        SpecialCondition.SOCIAL_PROTECTION: N_(
            "Employment, social security and social protection, Article 9(2)(b)"
        ),
        SpecialCondition.PUBLIC_HEALTH: N_("Public health, Article 9(2)(i)"),
        SpecialCondition.VITAL_INTERESTS: N_("Vital interests, Article 9(2)(c)"),
        SpecialCondition.EXPLICIT_CONSENT: N_("Explicit consent, Article 9(2)(a)"),
        SpecialCondition.NONE: N_("No special category data"),
    },
    Gateway: {
        Gateway.CRIME_AND_DISORDER: N_("Crime and Disorder Act 1998, section 115"),
        Gateway.CRIME_REDUCTION_DUTY: N_("Crime and Disorder Act 1998, sections 17 and 17A"),
        Gateway.CARE_ACT_COOPERATION: N_("Care Act 2014, sections 6 and 7"),
        Gateway.CARE_ACT_ENQUIRY: N_("Care Act 2014, section 42"),
        Gateway.CARE_ACT_INFORMATION: N_("Care Act 2014, section 45"),
        Gateway.CHILDREN_ACT: N_("Children Act 1989 and 2004"),
        Gateway.MENTAL_CAPACITY: N_("Mental Capacity Act 2005"),
        Gateway.HOMELESSNESS_REDUCTION: N_("Homelessness Reduction Act 2017, duty to refer"),
        Gateway.SERIOUS_VIOLENCE: N_("Serious Violence Duty, PCSC Act 2022"),
        Gateway.DOMESTIC_ABUSE: N_("Domestic Abuse Act 2021"),
        Gateway.DATA_PROTECTION: N_("Data Protection Act 2018"),
        Gateway.OVERRIDING_INTEREST: N_("Common law: overriding public interest"),
    },
    ToldAboutPanel: {
        ToldAboutPanel.YES: N_("Told about the panel"),
        ToldAboutPanel.NOT_YET: N_("Not told yet"),
        ToldAboutPanel.NO: N_("Not told, reason recorded"),
    },
    Channel: {
        Channel.READ_IN_MEETING: N_("Read in the meeting"),
        Channel.SECURE_MAIL: N_("Secure e-mail"),
        Channel.SEALED_PACK: N_("Sealed pack"),
        Channel.PRINTED: N_("Printed"),
        Channel.SPOKEN: N_("Told in person or by telephone"),
    },
    Known: {
        Known.KNOWN: N_("Known"),
        Known.WILL_SHARE: N_("Known, will share"),
        Known.CANNOT_SHARE: N_("Known, cannot share"),
        Known.NOT_KNOWN: N_("Not known"),
    },
    ScheduleCondition: {
        ScheduleCondition.SOCIAL_PROTECTION: N_(
            "Employment, social security and social protection, paragraph 1"
        ),
        ScheduleCondition.HEALTH_OR_SOCIAL_CARE: N_("Health or social care, paragraph 2"),
        ScheduleCondition.PUBLIC_HEALTH: N_("Public health, paragraph 3"),
        ScheduleCondition.STATUTORY_PURPOSES: N_("Statutory and government purposes, paragraph 6"),
        ScheduleCondition.JUSTICE: N_("Administration of justice, paragraph 7"),
        ScheduleCondition.UNLAWFUL_ACTS: N_("Preventing or detecting unlawful acts, paragraph 10"),
        ScheduleCondition.SAFEGUARDING: N_(
            "Safeguarding of children and individuals at risk, paragraph 18"
        ),
        ScheduleCondition.ECONOMIC_WELL_BEING: N_(
            "Safeguarding of economic well-being, paragraph 19"
        ),
        ScheduleCondition.OFFICIAL_AUTHORITY: N_("None needed: official authority, Article 10"),
    },
    Agreement: {
        Agreement.NOT_ASKED: N_("Not asked"),
        Agreement.AGREES: N_("Agrees"),
        Agreement.PARTLY: N_("Agrees in part"),
        Agreement.DECLINES: N_("Does not agree"),
        Agreement.TAKEN_BACK: N_("Has taken it back"),
        Agreement.CANNOT_SAY: N_("Cannot say at present"),
    },
    ForumKind: {
        ForumKind.MARAC: N_("MARAC, domestic abuse"),
        ForumKind.MAPPA: N_("MAPPA, public protection"),
        ForumKind.OFFENDER_MANAGEMENT: N_("Integrated offender management"),
        ForumKind.ADULT_SAFEGUARDING: N_("Adult safeguarding, section 42"),
        ForumKind.CHILD_PROTECTION: N_("Child protection or child in need"),
        ForumKind.SAFEGUARDING_HUB: N_("Multi-agency safeguarding hub"),
        ForumKind.CHANNEL: N_("Channel"),
        ForumKind.MODERN_SLAVERY: N_("Modern slavery, national referral mechanism"),
        ForumKind.HIGH_INTENSITY_USERS: N_("High intensity users of emergency care"),
        ForumKind.CARE_PROGRAMME: N_("Mental health care plan"),
        ForumKind.TENANCY_PANEL: N_("Housing or tenancy panel"),
        ForumKind.ANTISOCIAL_BEHAVIOUR: N_("Antisocial behaviour case review"),
        ForumKind.INTELLIGENCE_FORM: N_("Intelligence form sent to the police"),
        ForumKind.OTHER: N_("Another one"),
    },
    ForumStatus: {
        ForumStatus.REFERRED: N_("Referred"),
        ForumStatus.OPEN: N_("Open"),
        ForumStatus.CLOSED: N_("Closed"),
    },
    RelationKind: {
        RelationKind.PARTNER: N_("Partner"),
        RelationKind.FORMER_PARTNER: N_("Former partner"),
        RelationKind.CHILD: N_("Child"),
        RelationKind.PARENT: N_("Parent"),
        RelationKind.SIBLING: N_("Brother or sister"),
        RelationKind.OTHER_FAMILY: N_("Other family"),
        RelationKind.FRIEND: N_("Friend"),
        RelationKind.CARER: N_("Cares for them"),
        RelationKind.CARED_FOR: N_("Is cared for by them"),
        RelationKind.NEIGHBOUR: N_("Neighbour"),
        RelationKind.ASSOCIATE: N_("Associate"),
        RelationKind.OTHER: N_("Somebody else"),
    },
    RelationEffect: {
        RelationEffect.PROTECTIVE: N_("Protective"),
        RelationEffect.RISKY: N_("Risky"),
        RelationEffect.BOTH: N_("Both protective and risky"),
        RelationEffect.NOT_KNOWN: N_("Not known"),
    },
    PackVariant: {
        PackVariant.FULL: N_("Everything they may see"),
        PackVariant.OWN_CASES: N_("Their own people"),
        PackVariant.LIMITED: N_("Limited: voluntary sector, observers"),
        PackVariant.STRATEGIC: N_("Strategic: no names"),
        PackVariant.PRINT_LIGHT: N_("Light for printing"),
    },
    HoldKind: {
        HoldKind.ACCESS_REQUEST: N_("A request to see what is held"),
        HoldKind.LITIGATION: N_("A claim or a court case"),
        HoldKind.REVIEW: N_("A review"),
        HoldKind.DEATH: N_("A death"),
        HoldKind.OTHER: N_("Another reason"),
    },
    DisposalWay: {
        DisposalWay.IN_PROGRAM: N_("By a second person in the program"),
        DisposalWay.SIGNED_LIST: N_("By a signed list on paper"),
    },
    AccessChoice: {
        AccessChoice.GIVE: N_("Give"),
        AccessChoice.GIVE_IN_PART: N_("Give in part"),
        AccessChoice.WITHHOLD: N_("Withhold"),
        AccessChoice.WITHHOLD_ALL: N_("Withhold all of it"),
    },
}
