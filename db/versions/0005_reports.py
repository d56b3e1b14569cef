"""reports: what was told to a meeting, draft and final.

Revision ID: 0005
Revises: 0004
"""

import sqlalchemy as sa
from alembic import op

revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'reports',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('group_key', sa.String(length=32), nullable=False),
        sa.Column('occasion', sa.String(length=40), nullable=False),
        sa.Column('revision', sa.Integer(), nullable=False),
        sa.Column('number', sa.Integer(), nullable=True),
        sa.Column('code', sa.String(length=40), nullable=False),
        sa.Column('state', sa.String(length=16), nullable=False),
        sa.Column('start', sa.String(length=10), nullable=False),
        sa.Column('end', sa.String(length=10), nullable=False),
        sa.Column('meeting', sa.String(length=10), nullable=True),
        sa.Column('facts', sa.JSON(), nullable=False),
        sa.Column('files', sa.JSON(), nullable=False),
        sa.Column('made_at', sa.String(length=26), nullable=False),
        sa.Column('decided_at', sa.String(length=26), nullable=True),
        sa.Column('decided_by', sa.String(length=320), nullable=True),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_reports')),
        sa.UniqueConstraint('group_key', 'code', name=op.f('uq_reports_group_key_code')),
        sa.UniqueConstraint('group_key', 'number', name=op.f('uq_reports_group_key_number')),
        sa.UniqueConstraint('group_key', 'occasion', 'revision', name=op.f('uq_reports_group_key_occasion_revision')),
    )


def downgrade() -> None:
    op.drop_table('reports')
