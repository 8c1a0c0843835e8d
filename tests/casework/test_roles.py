"""The table of roles: what each may do and see, written once, held against every act and read.

An act that is new fails here until it is placed. What narrows a right further stands below.
"""

from collections.abc import Mapping

import pytest

from coordinator.casework.actions.barriers import identify_barrier
from coordinator.casework.desk import Desk, Sitter
from coordinator.casework.directory.page import read_directory
from coordinator.casework.directory.professionals import change_own_card
from coordinator.casework.people.finding import find_people
from coordinator.casework.stores.opening import Office, sit
from coordinator.casework.stores.users import add_user, give_passphrase, read_users
from coordinator.casework.stuck.gap_reads import find_gaps, read_gap
from coordinator.casework.stuck.gaps import turn_into_gap
from coordinator.domain.actions.barriers import NewBarrier
from coordinator.domain.errors import InvalidFieldsError, NotPermittedError
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.roles import Right, Role, may
from coordinator.domain.small_numbers import Hidden
from coordinator.domain.stuck.gaps import NewGap
from tests.casework.entries_on_file import a_person
from tests.casework.walked import everything, rights_asked
from tests.offices import OFFICER as OFFICER_THERE
from tests.stores import HEALTH, NURSE, OFFICER, sitting

C, H, L = Role.COORDINATOR, Role.CHAIR, Role.LEAD_PROFESSIONAL
R, M, A = Role.REPRESENTATIVE, Role.COMMISSIONER, Role.AUDITOR
TABLE: Mapping[Right, frozenset[Role]] = {
    Right.SEE_PEOPLE: frozenset({C, H, L, R, A}),
    Right.SEE_RESTRICTED: frozenset({C, H}),
    Right.EDIT_PEOPLE: frozenset({C, H, L}),
    Right.REFER: frozenset({C, H, L, R}),
    Right.DECIDE: frozenset({C, H}),
    Right.EDIT_PLAN: frozenset({C, H, L}),
    Right.AGREE_PLAN: frozenset({C, H}),
    Right.UPDATE_ACTIONS: frozenset({C, H, L, R}),
    Right.LOG_CONTACTS: frozenset({C, H, L, R}),
    Right.RUN_MEETINGS: frozenset({C, H}),
    Right.APPROVE_MINUTES: frozenset({H}),
    Right.EXPORT: frozenset({C, H, L}),
    Right.EXPORT_PANEL: frozenset({C, H}),
    Right.EDIT_DIRECTORY: frozenset({C, H}),
    Right.IMPORT: frozenset({C}),
    Right.MANAGE_USERS: frozenset({C, H}),
    Right.SETTLE: frozenset({C, H}),
    Right.READ_AUDIT: frozenset({C, H, A}),
    Right.SEE_FIGURES: frozenset({C, H, A}),
    Right.SEE_PROMISES: frozenset({H}),
    Right.PROPOSE_ERASING: frozenset({C, H}),
    Right.CONFIRM_ERASING: frozenset({H}),
    Right.READ_OWN_TRAIL: frozenset({C, H, L, A}),
    Right.EXTRACT_AUDIT: frozenset({C, H, A}),
    Right.SEE_COUNTS: frozenset({C, H, L, R, M, A}),
    Right.OWN_CARD: frozenset({C, H, L, R, M}),
    Right.OWN_WAY_IN: frozenset({C, H, L, R, M, A}),
    Right.KEEP_CONTACTS: frozenset({C}),
    Right.CHECK_WORDS: frozenset({C, H}),
}
PLACED: Mapping[tuple[Right, ...], str] = {
    (Right.AGREE_PLAN,): """
        agree_plan
    """,
    (Right.APPROVE_MINUTES,): """
        approve_minutes
    """,
    (Right.DECIDE,): """
        add_place_measure add_place_priority agree_place_action agree_place_plan
        describe_place_action describe_place_measure describe_place_plan
        describe_place_priority draft_place_plan end_place_measure end_place_plan
        end_place_priority record_place_reading remove_place_reading reopen_place_plan
        settle_astray accept_barrier accept_referral add_programme add_recommendation add_theme
        agree_lead band_theme begin_review change_programme change_review change_theme
        count_gap_in_theme count_in_theme end_programme end_theme join_programme leave_programme
        move_review read_reviews find_reviews_about find_themes_of share_learning take_off_theme
        answer_at_meeting answer_not_for_us close_case close_gap correct_after_death decide_gap
        defer_referral describe_gap end_lead find_names hand_over hide_names lift_exclusion
        lift_worker link_barrier pause_case put_to_commissioner raise_gap reopen_case reopen_gap
        resume_case set_priority show_names turn_into_gap unlink_barrier withdraw_death
        decide_money settle_request say_beside_figures
    """,
    (Right.EDIT_DIRECTORY,): """
        add_group_seat describe_place_group end_group_seat end_place_group
        fill_group_seat found_place_group vacate_group_seat
        add_agency add_cover add_professional add_seat add_service add_template_seats add_tool
        change_agency change_cover change_line change_panel change_tool change_professional
        change_seat change_service check_service close_agency end_cover end_service end_tool
        fill_seat merge_agency name_deputy put_back_lines record_agreement add_cost change_cost
        end_cost record_leaving remove_line remove_seat rename_agency reorder_lines
        restore_shipped set_up_panel start_as take_up_tool vacate_seat drop_letter_template
        keep_letter_template add_allocation change_allocation end_allocation
    """,
    (Right.EDIT_PEOPLE,): """
        note_count change_count end_count add_alias add_identifier add_risk add_strength
        add_warning begin_urgent_work change_assessment change_forum change_tie correct_person
        drop_notice end_assessment end_constraint end_risk end_scoring end_tie note_assessment
        end_warning exclude_agency exclude_worker note_constraint note_forum note_tie note_told
        note_whom_to_tell record_basis record_death remove_alias remove_identifier remove_strength
        review_risk review_warning score_person withdraw_basis change_enquiry end_enquiry
        note_enquiry record_needs remove_need change_learning end_learning note_learning
    """,
    (Right.EDIT_PLAN,): """
        accept_lead add_goal appeal_refusal apply_for_home arrange_step
        barrier_from_refusal begin_own_plan begin_plan change_home edit_goal edit_offer
        edit_plan end_plan end_protocol move_application move_phase note_own_view
        propose_plan record_offer record_with_person refuse_home reorder_goals
        set_goal_status set_next_review set_offer_status settle_appeal sign_off_own_plan
        start_protocol take_back_proposal take_from_plan write_own_plan
        ask_for_money change_request name_receipt note_move take_back_move withdraw_request
    """,
    (Right.EXPORT,): """
        check_is_told check_own_plan_leaves give_own_plan next_disclosure_number
        note_not_made read_audience read_audience_of read_hand_over read_own_words
        read_sending record_disclosure record_spoken say_why_papers_leave
    """,
    (Right.EXPORT_PANEL,): """
        ask_agencies ask_back ask_back_copies ensure_agency_passwords find_escalation
        find_open_escalations note_password_told note_return read_agency_passwords
        read_answer_letter read_briefing read_closure read_own_letter record_packs
        replace_agency_password
    """,
    (
        Right.EXPORT_PANEL,
        Right.RUN_MEETINGS,
    ): """
        read_pack_preview
    """,
    (Right.EXTRACT_AUDIT,): """
        read_extract record_extract
    """,
    (Right.IMPORT,): """
        bring_in choose_mapping do_import find_mapping import_actions import_demand import_people
        list_imports preview preview_actions preview_demand preview_people undo_import
    """,
    (Right.LOG_CONTACTS,): """
        add_coming_move change_coming_move change_missing correct_wish end_holding
        enter_results log_contact note_found note_missing note_wish say_move_happened
        say_who_holds take_step tell_person
    """,
    (Right.MANAGE_USERS,): """
        add_newcomer add_user new_recovery_code note_restore_test read_office_facts read_users
        remove_user remove_with_reason take_code
    """,
    (Right.OWN_CARD,): """
        apply_take_away change_own_card give_up_sealing_keys read_contacts_page read_hand_back
        read_own_card
    """,
    (Right.OWN_CARD, Right.SETTLE): """
        read_away_page
    """,
    (
        Right.OWN_CARD,
        Right.KEEP_CONTACTS,
    ): """
        add_contact change_sealing_key check_key_leaves ensure_own_card say_who_contact_is
        take_back_revoking
    """,
    (
        Right.OWN_CARD,
        Right.CHECK_WORDS,
    ): """
        contact_of_card find_contacts find_packs read_contact read_setting_out record_words_read
        revoke_contact
    """,
    (Right.CONFIRM_ERASING,): """
        confirm_disposal
    """,
    (Right.PROPOSE_ERASING,): """
        confirm_by_list decline_disposal erase_record propose_disposal release_hold
    """,
    (Right.SEE_RESTRICTED,): """
        allow_restricted ask_what_they_want extend_access_request find_access_requests
        find_restrictable find_restrictable_parts find_restrictable_texts name_officer
        note_clarified note_identity read_access_request refuse_access_request send_access_answer
        set_part_sensitivity set_sensitivity withdraw_access_request
    """,
    (Right.READ_AUDIT,): """
        check_paper check_trail find_disclosures find_trail_actors read_disposal
        read_holders read_papers_out read_person_retention read_retention
    """,
    (Right.READ_OWN_TRAIL,): """
        find_trail
    """,
    (Right.REFER,): """
        change_referral draft_referral register_person submit_referral withdraw_referral
    """,
    (Right.RUN_MEETINGS,): """
        acknowledge_escalation add_attendee add_item add_note add_to_sheet add_urgent_item
        agree_anew agree_comms_line answer_escalation assign_lines call_meeting
        cancel_meeting change_comms_line change_decision change_item change_note
        change_series change_sheet_line chase_escalation close_escalation close_meeting
        correct_minutes declare_conflict defer_item defer_items draft_minutes
        end_comms_line end_series find_proposals invite_observer issue_agenda
        issue_minutes make_sheet note_on_escalation
        make_sheet_of_meeting match_replies meeting_of_sheet move_meeting
        move_to_next_level name_officers note_no_reply open_meeting open_meeting_today
        put_back_item raise_repeated read_information_requests read_missing_replies
        read_request_code read_slot_plan record_apologies record_approval record_arrival
        record_attendance record_decision record_departure record_everybody_else
        record_held record_minutes_used record_signature record_statement_read
        record_substitute record_times remove_attendee remove_note reopen_escalation
        reorder_agenda reorder_sheet reverse_decision schedule_meeting schedule_next
        screen_referral send_escalation set_next_review settle_last_minutes start_series
        take_back_invitation
        supersede_decision take_back_agenda take_back_minutes take_item take_off_sheet
        take_out_action take_out_decision tick_step undo_act untick_step
        withdraw_escalation withdraw_from_agenda withdraw_item write_agenda write_facts
        write_meeting_notes write_person_view
    """,
    (
        Right.RUN_MEETINGS,
        Right.SEE_PEOPLE,
    ): """
        begin_huddle read_this_week
    """,
    (Right.SEE_COUNTS,): """
        find_shared_learning
        find_place_groups find_place_plan find_place_plans
        read_place_plan read_place_register
        find_gaps read_gap read_gap_register find_themes_of_gap read_theme_register
        read_themes
    """,
    (Right.SEE_FIGURES,): """
        read_accountability read_money_figures read_learning_figures read_quality
        read_told_reviews
    """,
    (Right.SEE_PEOPLE,): """
        read_costs
        begin_timing carried_by cover_closing cover_item drop_draft end_timing find_accepted_due
        find_actions find_actions_of_meeting find_actions_without_owner find_agreed_at
        find_agreements_to_renew find_areas find_barriers find_barriers_noted_at
        find_gaps_noted_at find_barriers_without_details find_cases_without_lead find_comms_about
        find_comms_of_meeting find_complexity find_constraints find_contacts find_escalations
        find_everything find_former_names find_gaps_fed find_last_seen find_listed_person
        find_learning_about find_learning_at find_learning_of_gap find_programmes_of read_learning
        read_programmes find_meeting find_missing find_next_contacts find_often_changed
        find_open_actions find_open_escalation find_people find_people_with_plan find_person
        find_possible_duplicates find_possible_leads find_precedents find_referrals find_refusals
        find_reviews_due find_running_protocols find_services find_sheet find_sheets
        find_since_seen find_steps_due find_who_died find_wishes find_wishes_owed
        find_wishes_waiting find_withheld forget_whereabouts held_by hide_withheld is_of_today
        keep_draft keep_timing keep_whereabouts letter_template_content next_meeting plan_protocol
        check_in_use find_features_in_use find_plans_due find_running_programmes
        read_action read_agenda read_around read_away_beside read_barrier_choices read_board
        read_demand read_panel_demand read_case_facts read_caseload read_cases read_closing
        read_death read_directory read_draft read_drafts read_escalation read_features read_ground
        read_header read_history read_housing read_item_both_ways read_journey read_keeping
        read_lead_deputy read_letter_template read_live_around read_live_item read_live_meeting
        read_meeting read_meetings read_names read_names_at read_needs read_newest_ahead
        read_officers read_opening read_own_plan read_panel_face read_person read_person_history
        read_person_missing read_plan read_protocols read_referral read_room_facts read_safety
        read_seat_contacts read_may_leave read_moment read_series read_settings read_sharing
        read_sheet read_strip read_stuck read_stuck_of read_text read_texts read_to_find
        read_tonight read_topic read_tracker read_version read_versions read_wall_item
        say_why_opened with_initials tells_of_unknown read_assessments read_tools read_money
    """,
    (Right.SEE_FIGURES, Right.SEE_PEOPLE): """
        read_ledger read_panel_money read_quarter
    """,
    (Right.SEE_PROMISES,): """
        read_promises
    """,
    (Right.SETTLE,): """
        apply_hand_back check_take_away find_held_back find_sheet_leads
        read_disagreements read_going read_return read_sheet_going read_take_away
        read_update_sheet
        review_hand_back settle_disagreement settle_held_back
    """,
    (Right.UPDATE_ACTIONS,): """
        accept_action add_action answer_wish change_draft change_owner correct_action
        describe_barrier escalate_barrier give_wish_to identify_barrier list_returns
        move_due_date pass_on_at_meeting preview_return raise_escalation raise_from_action
        raise_not_acting record_thought reopen_action report_action resolve_barrier
        set_outcome transfer_action undo_return work_on_barrier
    """,
}
OPEN = frozenset(
    {
        "check_apart",
        "back_up_elsewhere",
        "bring_together",
        "came_by_code",
        "check_backup",
        "check_may_leave",
        "check_office",
        "check_own",
        "check_present",
        "clock_of",
        "contact_of",
        "agree_again",
        "erase_again",
        "begins_here",
        "is_away_store",
        "is_reason_wanted",
        "leaving_prompts",
        "may_here",
        "reads_whole",
        "read_whereabouts",
        "settle",
        "sit",
        "usual_deadline",
        "told_to_sitter",
        "without_kept",
    }
)
"""What asks for no right: a backup is as closed as the store, the rest are parts of acts.

Whoever may see nobody is given nothing but what names nobody: no name is looked for.
"""
ELSEWHERE = frozenset(
    {
        "add_line",
        "apply_return",
        "apply_update_sheet",
        "begin_access_request",
        "change_master",
        "change_master_key",
        "change_own_passphrase",
        "check_update_sheet",
        "decide_entry",
        "give_passphrase",
        "hold_record",
        "look_at_hold_again",
        "note_hand_back",
        "note_replies",
        "note_take_away",
        "note_update_sheet",
        "read_filled_sheet",
        "review_update_sheet",
        "sheet_code",
        "sitter_now",
        "take_key_out",
    }
)
"""What looks at a sheet, the keys, whose passphrase it is or what was said first; tried there."""


@pytest.mark.parametrize("right", Right)
def test_each_right_is_of_the_roles_the_table_gives_it(right: Right) -> None:
    assert {role for role in Role if may(role, right)} == TABLE[right]


def test_every_act_and_read_asks_for_the_right_it_is_placed_under(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    placed = {(name, rights) for rights, names in PLACED.items() for name in names.split()} | {
        (name, ()) for name in OPEN
    }
    found = {
        (act.__name__, tuple(rights_asked(act, desk, monkeypatch)))
        for act in everything()
        if act.__name__ not in ELSEWHERE
    }
    assert found - placed == set()  # place what is new, or was moved, in the table
    assert placed - found == set()


def test_a_commissioner_counts_gaps_with_small_numbers_hidden_and_sees_nobody(
    desk: Desk,
) -> None:
    person = a_person(desk)
    barrier = identify_barrier(desk, NewBarrier(BarrierCategory.DEBT, person)).result
    turn_into_gap(desk, barrier, seen=1, new=NewGap("No rooms that take dogs"))
    asks = sitting(desk, OFFICER, Role.COMMISSIONER, HEALTH)
    (gap,) = find_gaps(asks)
    assert gap.affected is Hidden.SMALL
    assert find_gaps(desk)[0].affected == 1
    assert read_gap(asks, gap.id).fed_by == ()
    with pytest.raises(NotPermittedError):
        find_people(asks)


def test_whoever_has_a_card_changes_how_they_are_reached_and_nothing_else(desk: Desk) -> None:
    nurse = sitting(desk, NURSE, Role.LEAD_PROFESSIONAL, HEALTH)
    change_own_card(nurse, seen=1, phone="01632 960 101")
    (own,) = [one for one in read_directory(desk).professionals if one.id == NURSE]
    assert own.phone == "01632 960 101"
    for field, value in (("role", Role.CHAIR), ("name", "Somebody")):
        with pytest.raises(InvalidFieldsError):
            change_own_card(nurse, seen=own.revision, **{field: value})
    with pytest.raises(NotPermittedError):
        change_own_card(sitting(desk, NURSE, Role.AUDITOR, HEALTH), seen=own.revision, job="X")


def test_everybody_who_opens_the_store_changes_their_own_passphrase(office: Office) -> None:
    user = add_user(office, OFFICER_THERE, Role.AUDITOR, "heather lantern orchard mill")
    theirs = sit(office, Sitter(OFFICER_THERE, Role.AUDITOR))
    give_passphrase(theirs, user, "cobalt meadow thistle drum")
    with pytest.raises(NotPermittedError):
        give_passphrase(theirs, read_users(office.desk)[0].id, "quartz bramble window fern")
