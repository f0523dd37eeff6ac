"""The first schema: articles, and the files that belong to them."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema to this revision."""
    op.create_table(
        "articles",
        sa.Column("id", sa.String(200), primary_key=True),
        sa.Column("headline", sa.Text, nullable=False),
        sa.Column("kicker", sa.Text),
        sa.Column("dek", sa.Text),
        sa.Column("byline", sa.Text, nullable=False),
        sa.Column("language", sa.String(35), nullable=False),
        sa.Column("publication", sa.Text, nullable=False),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("published_at", sa.DateTime),
        sa.Column("published_as_given", sa.String(40)),
        sa.Column("search", sa.Text, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("imported_at", sa.DateTime, nullable=False),
    )
    op.create_index("ix_articles_newest_first", "articles", ["published_at", "id"])
    op.create_table(
        "files",
        sa.Column("article_id", sa.String(200), sa.ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("name", sa.String(1000), primary_key=True),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("bytes", sa.LargeBinary, nullable=False),
    )


def downgrade() -> None:
    """Bring the schema back to the revision before."""
    op.drop_table("files")
    op.drop_index("ix_articles_newest_first", "articles")
    op.drop_table("articles")
