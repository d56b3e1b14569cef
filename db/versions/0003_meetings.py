"""meetings: invitations, who attends, requests that hang on a meeting.

Revision ID: 0003
Revises: 0002
"""

import sqlalchemy as sa
from alembic import op

revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('meetings',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('group_key', sa.String(length=32), nullable=False),
    sa.Column('key', sa.String(length=32), nullable=False),
    sa.Column('kind', sa.String(length=24), nullable=False),
    sa.Column('title_es', sa.Text(), nullable=False),
    sa.Column('title_en', sa.Text(), nullable=False),
    sa.Column('place', sa.Text(), nullable=False),
    sa.Column('timezone', sa.String(length=64), nullable=False),
    sa.Column('first', sa.String(length=10), nullable=False),
    sa.Column('last', sa.String(length=10), nullable=False),
    sa.Column('starts_at', sa.String(length=26), nullable=True),
    sa.Column('ends_at', sa.String(length=26), nullable=True),
    sa.Column('places', sa.Integer(), nullable=False),
    sa.Column('exceptions', sa.JSON(), nullable=False),
    sa.Column('answer_days', sa.Integer(), nullable=False),
    sa.Column('state', sa.String(length=16), nullable=False),
    sa.Column('sequence', sa.Integer(), nullable=False),
    sa.Column('day_sequence', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_meetings')),
    sa.UniqueConstraint('group_key', 'key', name=op.f('uq_meetings_group_key_key'))
    )
    op.create_table('invitations',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('group_key', sa.String(length=32), nullable=False),
    sa.Column('meeting_id', sa.Integer(), nullable=False),
    sa.Column('participant_id', sa.Integer(), nullable=False),
    sa.Column('contact_id', sa.Integer(), nullable=False),
    sa.Column('address', sa.String(length=320), nullable=False),
    sa.Column('uid', sa.String(length=200), nullable=False),
    sa.Column('asked_at', sa.String(length=26), nullable=False),
    sa.Column('partstat', sa.String(length=16), nullable=False),
    sa.Column('replied_at', sa.String(length=26), nullable=True),
    sa.ForeignKeyConstraint(['contact_id'], ['contacts.id'], name=op.f('fk_invitations_contact_id_contacts')),
    sa.ForeignKeyConstraint(['meeting_id'], ['meetings.id'], name=op.f('fk_invitations_meeting_id_meetings')),
    sa.ForeignKeyConstraint(['participant_id'], ['participants.id'], name=op.f('fk_invitations_participant_id_participants')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_invitations')),
    sa.UniqueConstraint('meeting_id', 'contact_id', name=op.f('uq_invitations_meeting_id_contact_id')),
    sa.UniqueConstraint('uid', name=op.f('uq_invitations_uid'))
    )
    op.create_table('attendees',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('group_key', sa.String(length=32), nullable=False),
    sa.Column('meeting_id', sa.Integer(), nullable=False),
    sa.Column('participant_id', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(length=200), nullable=False),
    sa.Column('position', sa.String(length=300), nullable=False),
    sa.Column('institution', sa.String(length=300), nullable=False),
    sa.Column('email', sa.String(length=320), nullable=False),
    sa.Column('said', sa.String(length=16), nullable=False),
    sa.Column('state', sa.String(length=16), nullable=False),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('message_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['meeting_id'], ['meetings.id'], name=op.f('fk_attendees_meeting_id_meetings')),
    sa.ForeignKeyConstraint(['message_id'], ['messages.id'], name=op.f('fk_attendees_message_id_messages')),
    sa.ForeignKeyConstraint(['participant_id'], ['participants.id'], name=op.f('fk_attendees_participant_id_participants')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_attendees'))
    )
    op.create_index(op.f('ix_attendees_meeting_id_participant_id'), 'attendees', ['meeting_id', 'participant_id'], unique=False)
    op.add_column('requests', sa.Column('meeting_id', sa.Integer(), nullable=True))
    op.add_column('requests', sa.Column('office_days', sa.Integer(), nullable=True))


def downgrade() -> None:
    op.drop_column('requests', 'office_days')
    op.drop_column('requests', 'meeting_id')
    op.drop_table('attendees')
    op.drop_table('invitations')
    op.drop_table('meetings')
