"""Words of information sharing."""

from collections.abc import Mapping
from enum import StrEnum

from coordinator.domain.lists.sharing import (
    Channel,
    Gateway,
    Known,
    LawfulBasis,
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
}
