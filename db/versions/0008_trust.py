"""trust: what a message proved, and who may confirm what waits.

Revision ID: 0008
Revises: 0007
"""

import sqlalchemy as sa
from alembic import op

revision = '0008'
down_revision = '0007'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('messages', sa.Column('trust', sa.JSON(), nullable=True))
    op.add_column('holds', sa.Column('asked_of', sa.JSON(), nullable=True))


def downgrade() -> None:
    op.drop_column('holds', 'asked_of')
    op.drop_column('messages', 'trust')
