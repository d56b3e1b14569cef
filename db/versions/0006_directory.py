"""directory: what is not published, changes from a day on, proposals, other directories.

Revision ID: 0006
Revises: 0005
"""

import sqlalchemy as sa
from alembic import op

revision = '0006'
down_revision = '0005'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('contacts', sa.Column('withheld', sa.JSON(), nullable=False, server_default='[]'))
    op.create_table(
        'letter_contacts',
        sa.Column('letter_id', sa.Integer(), nullable=False, autoincrement=False),
        sa.Column('contact_id', sa.Integer(), nullable=False, autoincrement=False),
        sa.ForeignKeyConstraint(['letter_id'], ['letters.id'], name=op.f('fk_letter_contacts_letter_id_letters')),
        sa.ForeignKeyConstraint(['contact_id'], ['contacts.id'], name=op.f('fk_letter_contacts_contact_id_contacts')),
        sa.PrimaryKeyConstraint('letter_id', 'contact_id', name=op.f('pk_letter_contacts')),
    )
    op.create_table(
        'pending_changes',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('group_key', sa.String(length=32), nullable=False),
        sa.Column('participant_id', sa.Integer(), nullable=False),
        sa.Column('contact_id', sa.Integer(), nullable=True),
        sa.Column('field', sa.String(length=64), nullable=False),
        sa.Column('value', sa.JSON(), nullable=True),
        sa.Column('valid_from', sa.String(length=10), nullable=False),
        sa.Column('message_id', sa.Integer(), nullable=False),
        sa.Column('who', sa.String(length=320), nullable=False),
        sa.Column('state', sa.String(length=16), nullable=False),
        sa.ForeignKeyConstraint(
            ['participant_id'], ['participants.id'], name=op.f('fk_pending_changes_participant_id_participants')
        ),
        sa.ForeignKeyConstraint(['contact_id'], ['contacts.id'], name=op.f('fk_pending_changes_contact_id_contacts')),
        sa.ForeignKeyConstraint(['message_id'], ['messages.id'], name=op.f('fk_pending_changes_message_id_messages')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_pending_changes')),
    )
    op.create_index(
        op.f('ix_pending_changes_group_key_state_valid_from'), 'pending_changes', ['group_key', 'state', 'valid_from'], unique=False
    )
    op.create_table(
        'proposals',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('group_key', sa.String(length=32), nullable=False),
        sa.Column('token', sa.String(length=40), nullable=False),
        sa.Column('rows', sa.JSON(), nullable=False),
        sa.Column('due', sa.String(length=10), nullable=True),
        sa.Column('proposed_at', sa.String(length=26), nullable=False),
        sa.Column('decided_at', sa.String(length=26), nullable=True),
        sa.Column('decision', sa.String(length=16), nullable=True),
        sa.Column('decided_by', sa.String(length=320), nullable=True),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_proposals')),
        sa.UniqueConstraint('group_key', 'token', name=op.f('uq_proposals_group_key_token')),
    )
    op.create_table(
        'form_records',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('group_key', sa.String(length=32), nullable=False),
        sa.Column('form', sa.String(length=64), nullable=False),
        sa.Column('participant_id', sa.Integer(), nullable=False),
        sa.Column('key', sa.String(length=400), nullable=False),
        sa.Column('fields', sa.JSON(), nullable=False),
        sa.Column('active', sa.Boolean(), nullable=False),
        sa.Column('confirmed_on', sa.String(length=10), nullable=True),
        sa.ForeignKeyConstraint(
            ['participant_id'], ['participants.id'], name=op.f('fk_form_records_participant_id_participants')
        ),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_form_records')),
        sa.UniqueConstraint('group_key', 'form', 'participant_id', 'key', name=op.f('uq_form_records_group_key_form_participant_id_key')),
    )


def downgrade() -> None:
    for table in ('form_records', 'proposals', 'pending_changes', 'letter_contacts'):
        op.drop_table(table)
    op.drop_column('contacts', 'withheld')
