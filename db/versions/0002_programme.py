"""programme: with whom, where, and how sure the window is.

Revision ID: 0002
Revises: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('activities', sa.Column('partners', sa.JSON(), nullable=False, server_default='[]'))
    op.add_column('activities', sa.Column('place', sa.Text(), nullable=False, server_default=''))
    op.add_column('activities', sa.Column('origin', sa.String(length=16), nullable=False, server_default='said'))


def downgrade() -> None:
    op.drop_column('activities', 'origin')
    op.drop_column('activities', 'place')
    op.drop_column('activities', 'partners')
