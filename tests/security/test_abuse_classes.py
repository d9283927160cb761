"""The classes of abuse that public faults of such systems fall into, each with the tests that hold it here.

A reference to a test that is gone fails. What a class needs and Banli does not have is said in words, so that whoever
adds it finds the class waiting.
"""

import re

import pytest

from ..architecture.source import ROOT

HELD = {
    "A1 tenant in a header, another in the path": (
        "security/test_cross_tenant.py::test_naming_another_company_in_headers_or_query_changes_nothing",
        "proof/test_p1_strangers.py::test_no_request_reads_changes_or_senses_what_is_anothers",
    ),
    "A2 judged by one id, acted on another": (
        "security/test_abuse.py::test_a_key_that_is_given_twice_is_refused_before_anything_is_judged",
        "security/test_abuse.py::test_an_id_in_the_query_never_replaces_the_one_in_the_path",
        "security/test_cross_tenant.py::test_a_foreign_id_is_as_one_that_never_was",
    ),
    "A3 invitation not bound to its company": (
        "integration/directory/test_invitations.py::test_token_leads_only_to_its_own_company_and_address",
        "integration/directory/test_invitations.py::test_used_by_two_at_once_makes_one_member",
        "integration/directory/test_invitations.py::test_revoked_invitation_is_dead",
        "integration/directory/test_invitations.py::test_used_twice_is_refused",
        "integration/directory/test_invitations.py::test_sign_up_token_accepts_no_invitation",
    ),
    "A4 created into another company": (
        "security/test_cross_tenant.py::test_a_body_assigns_nothing_that_its_schema_does_not_name",
        "security/test_cross_tenant.py::test_a_draft_that_names_a_foreign_thing_is_judged_as_one_that_names_nothing",
    ),
    "A5 forgotten lists, versions, catalogues": (
        "security/test_cross_tenant.py::test_every_route_has_a_case_and_every_case_a_route",
        "security/test_cross_tenant.py::test_nothing_of_another_company_shows",
        "security/test_cross_tenant.py::test_a_cursor_opens_only_the_list_that_gave_it",
        "integration/forms/test_link_titles.py::test_no_answer_holds_the_id_of_a_record_that_may_not_be_read",
        "integration/forms/test_link_titles.py::test_every_record_that_cannot_be_chosen_is_answered_alike",
        "integration/forms/test_link_titles.py::test_a_filter_by_the_id_of_a_hidden_record_answers_as_for_one_that_never_was",
        "integration/forms/test_unlinking.py::test_who_may_not_read_them_learns_that_there_are_some_and_no_more",
    ),
    "A6 somebody else's task": (
        "security/test_abuse.py::test_only_who_is_asked_now_decides",
        "integration/flows/test_runs.py::test_nobody_else_decides_and_strangers_see_nothing",
        "unit/flows/test_advance.py::test_only_the_assignee_decides",
        "unit/flows/test_advance.py::test_nobody_decides_before_his_turn",
    ),
    "A7 another's secret for my address": (
        "unit/integrations/test_webhooks.py::test_another_host_gets_another_secret_at_once",
        "integration/integrations/test_webhooks.py::test_rotation_keeps_both_secrets_good_and_another_host_neither",
    ),
    "A9 the address's domain chooses the company": (
        "security/test_abuse.py::test_an_address_at_a_companys_domain_joins_nothing",
    ),
    "B1 escapes from the formula's sandbox": (
        "proof/test_fuzz_formulas.py::test_no_text_escapes_or_hangs",
        "unit/forms/test_formula.py::test_an_attack_is_a_fault_of_the_formula_and_nothing_else",
    ),
    "B2 formatting and exceptions as a way out": (
        "unit/forms/test_formula.py::test_no_text_escapes_as_another_error",
        "proof/test_fuzz_readers.py::test_conditions",
    ),
    "B3 formulas that never end": (
        "unit/forms/test_formula.py::test_all_formulas_of_a_record_share_one_budget",
        "unit/forms/test_formula.py::test_a_text_cannot_grow_without_end",
    ),
    "C injection into the store": (
        "security/test_abuse.py::test_no_text_reaches_a_key_or_an_expression",
        "integration/forms/test_definitions.py::test_what_no_store_can_hold_is_refused",
        "proof/test_fuzz_readers.py::test_cursors",
    ),
    "D calls to the inside": (
        "unit/aws/test_outbound.py::test_a_name_that_leads_inside_is_never_dialled",
        "unit/aws/test_outbound.py::test_a_name_that_rebinds_after_saving_is_judged_again",
        "unit/aws/test_outbound.py::test_unknown_name_and_inner_name_get_the_same_refusal",
        "proof/test_fuzz_readers.py::test_webhook_urls",
    ),
    "E1 spellings of a path": ("security/test_way_in.py::test_no_spelling_of_a_path_gets_past_the_door",),
    "E2 links built from the request": (
        "security/test_origins.py::test_a_mailed_link_leads_to_us_whatever_the_request_says",
        "security/test_origins.py::test_no_answer_repeats_a_hostile_host",
    ),
    "E3 rights that outlive their end": (
        "proof/test_p10_revocation.py::test_no_route_and_no_cookie_opens_once_it_is_ended",
        "proof/test_p10_revocation.py::test_a_right_that_was_taken_is_refused_at_the_next_request",
        "integration/identity/test_passwords.py::test_a_link_is_over_once_the_password_was_set_another_way",
    ),
    "E4 forged tokens": (
        "security/test_way_in.py::test_a_forged_cookie_is_none",
        "security/test_way_in.py::test_every_letter_of_a_cookie_counts",
        "security/test_way_in.py::test_a_cookie_of_one_kind_is_not_one_of_the_other",
        "proof/test_fuzz_readers.py::test_tokens",
    ),
    "E5 a way in without a session": (
        "security/test_way_in.py::test_the_public_routes_are_the_list",
        "security/test_way_in.py::test_without_a_session_nothing_happens",
    ),
    "F files of others, content that turns": (
        "security/test_abuse.py::test_a_client_never_says_where_a_file_lies",
        "security/test_abuse.py::test_a_files_name_stays_a_name",
        "integration/forms/test_attachments.py::test_what_was_not_uploaded_or_differs_is_refused",
        "integration/forms/test_attachments.py::test_what_was_saved_is_what_is_read_back_whatever_is_sent_to_its_place_later",
    ),
    "H1 assigning what is not one's own to assign": (
        "security/test_cross_tenant.py::test_a_body_assigns_nothing_that_its_schema_does_not_name",
        "integration/directory/test_members.py::test_nobody_gives_or_takes_more_than_he_holds",
    ),
    "H2 a second trial": (
        "integration/directory/test_sign_up.py::test_second_trial_of_the_same_mailbox_is_refused",
        "integration/directory/test_sign_up.py::test_two_links_of_one_address_open_one_company",
        "unit/identity/test_emails.py::test_one_person_is_recognised_across_spellings",
    ),
    "H3 mail bombing": (
        "integration/identity/test_passwords.py::test_a_mailbox_is_not_flooded",
        "integration/directory/test_sign_up.py::test_asking_too_often_is_refused",
    ),
    "H4 the clock of the client": ("security/test_abuse.py::test_no_header_turns_the_clock_back",),
    "H5 a step left out, or one's own request approved": (
        "unit/flows/test_advance.py::test_nobody_decides_before_his_turn",
        "unit/flows/test_advance.py::test_the_initiator_cannot_become_his_own_approver",
        "unit/flows/test_advance.py::test_start_locks_the_record_and_opens_the_first_tasks",
    ),
    "H6 races for a limited thing": (
        "integration/tenancy/test_limits.py::test_racing_never_passes_the_maximum",
        "integration/identity/test_sign_in.py::test_guessing_at_once_gives_no_more_guesses",
    ),
}
NOT_HERE = {
    "A8 a share link is a member": "Banli has no share links.",
    "A10 a shared plugin is poisoned": "No template or connector is shared between companies.",
    "G formulas in exported tables": "Banli exports no tables.",
    "H7 seats bought and raced for": "There is no quota of seats.",
}


@pytest.mark.parametrize("name", sorted(HELD))
def test_what_holds_a_class_is_there(name: str) -> None:
    for reference in HELD[name]:
        path, _, test = reference.partition("::")
        text = (ROOT / "tests" / path).read_text(encoding="utf-8")
        assert re.search(rf"^def {test}\(", text, re.MULTILINE), reference


def test_every_letter_of_the_classes_is_answered() -> None:
    assert {name[0] for name in (*HELD, *NOT_HERE)} == set("ABCDEFGH")
