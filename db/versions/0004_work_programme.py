"""work programme by mail: rows of letters, how requests stand, indicators.

Revision ID: 0004
Revises: 0003
"""

import sqlalchemy as sa
from alembic import op

revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('letters', sa.Column('rows', sa.JSON(), nullable=True))
    op.add_column('requests', sa.Column('working_until', sa.String(length=10), nullable=True))
    op.add_column('requests', sa.Column('extension', sa.String(length=10), nullable=True))
    op.create_table(
        'indicators',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('group_key', sa.String(length=32), nullable=False),
        sa.Column('code', sa.String(length=32), nullable=False),
        sa.Column('name_es', sa.Text(), nullable=False),
        sa.Column('name_en', sa.Text(), nullable=False),
        sa.Column('unit_es', sa.String(length=80), nullable=False),
        sa.Column('unit_en', sa.String(length=80), nullable=False),
        sa.Column('baseline', sa.String(length=40), nullable=True),
        sa.Column('target', sa.String(length=40), nullable=True),
        sa.Column('due', sa.String(length=10), nullable=True),
        sa.Column('combine', sa.String(length=8), nullable=False),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_indicators')),
        sa.UniqueConstraint('group_key', 'code', name=op.f('uq_indicators_group_key_code')),
    )
    op.create_table(
        'measurements',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('group_key', sa.String(length=32), nullable=False),
        sa.Column('indicator_id', sa.Integer(), nullable=False),
        sa.Column('participant_id', sa.Integer(), nullable=False),
        sa.Column('value', sa.String(length=40), nullable=False),
        sa.Column('measured_on', sa.String(length=10), nullable=False),
        sa.Column('source', sa.Text(), nullable=False),
        sa.Column('message_id', sa.Integer(), nullable=True),
        sa.Column('reported_at', sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(
            ['indicator_id'], ['indicators.id'], name=op.f('fk_measurements_indicator_id_indicators')
        ),
        sa.ForeignKeyConstraint(['message_id'], ['messages.id'], name=op.f('fk_measurements_message_id_messages')),
        sa.ForeignKeyConstraint(
            ['participant_id'], ['participants.id'], name=op.f('fk_measurements_participant_id_participants')
        ),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_measurements')),
    )
    op.create_index(op.f('ix_measurements_indicator_id'), 'measurements', ['indicator_id'])


def downgrade() -> None:
    op.drop_table('measurements')
    op.drop_table('indicators')
    op.drop_column('requests', 'extension')
    op.drop_column('requests', 'working_until')
    op.drop_column('letters', 'rows')
