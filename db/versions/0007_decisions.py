"""decisions: why, who was told, what an undo and an entry on behalf of a State leave behind.

Revision ID: 0007
Revises: 0006
"""

import sqlalchemy as sa
from alembic import op

revision = '0007'
down_revision = '0006'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('holds', sa.Column('reason', sa.Text(), nullable=False, server_default=''))
    op.add_column('holds', sa.Column('told_at', sa.String(length=26), nullable=True))
    op.add_column('holds', sa.Column('reminded_at', sa.String(length=26), nullable=True))
    op.add_column('history', sa.Column('decided_by', sa.String(length=320), nullable=True))
    op.add_column('history', sa.Column('decision_message_id', sa.Integer(), nullable=True))
    op.add_column('history', sa.Column('on_behalf', sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column('history', sa.Column('undoes', sa.Integer(), nullable=True))
    op.add_column('answers', sa.Column('entered_by', sa.String(length=320), nullable=True))


def downgrade() -> None:
    op.drop_column('answers', 'entered_by')
    for name in ('undoes', 'on_behalf', 'decision_message_id', 'decided_by'):
        op.drop_column('history', name)
    for name in ('reminded_at', 'told_at', 'reason'):
        op.drop_column('holds', name)
